using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>How what is told changes what is shown of an incident, and what it leaves standing.</summary>
public sealed partial record Incident
{
    private Incident Reported(IncidentReported reported, DateTimeOffset at) =>
        this with
        {
            ReportedAt = at,
            Source = AlarmSource.Staff,
            Kind = reported.Kind,
            Area = reported.Area,
            Place = reported.Place,
            Text = reported.Text,
            OccurredAt = reported.OccurredAt,
            Actionable = true,
        };

    /// <summary>What one of our own does about it is theirs; what the system writes is nobody's.</summary>
    private Incident Handled(Statement said) => Hearing(said) with { Handler = HandlerAfter(said) };

    /// <summary>Whether what was over is not any more: closed by us, or taken back, before the sender said this.</summary>
    private bool OpensAgain(Alarm said) => Cancelled || (Closed && !(ContentSentAt > said.SentAt));

    private PersonId? HandlerAfter(Statement said) => said.By == PersonId.System ? Handler : said.By;

    private Incident Begin(Statement said, Alarm alarm)
    {
        var raised = this with { RaisedBy = RaisedBy.Contains(said.By) ? RaisedBy : RaisedBy.Add(said.By) };
        return ReportedAt != default
            ? raised
            : raised with
            {
                ReportedAt = said.At,
                Source = alarm.Source,
                Via = alarm.Via,
                Status = alarm.Status,
            };
    }

    /// <summary>What is only logged never covers what somebody is to act on.</summary>
    private Incident Telling(Statement said, Alarm alarm, bool actionable)
    {
        var known = Keeping(alarm);
        return ContentSentAt > alarm.SentAt || (Actionable && !Cancelled && !actionable)
            ? known
            : (alarm.IsBare && Text is not null ? known : known.Saying(alarm)).HearingAlarm(said) with
            {
                // Unknown says nothing, and takes back nothing that was said.
                Severity = alarm.Severity == Severity.Unknown ? Severity : alarm.Severity,
                Urgency = alarm.Urgency == Urgency.Unknown ? Urgency : alarm.Urgency,
                ContentSentAt = alarm.IsBare ? ContentSentAt : alarm.SentAt,
            };
    }

    /// <summary>A cancellation speaks for the incident only where nothing was said of it yet: the alarm it cancels has not come.</summary>
    private Incident Cancelling(Statement said, AlarmCancelled cancelled) =>
        (Text is null ? Saying(cancelled.Alarm) : this).Keeping(cancelled.Alarm).HearingAlarm(said) with
        {
            Cancelled = Cancelled || !cancelled.Stands,
            CancelledBySender = true,
            CancelSentAt = Later(CancelSentAt, cancelled.Alarm.SentAt),
        };

    /// <summary>Whoever has looked since overrules the cancellation, also against what comes late.</summary>
    private Incident GoingOn() => this with { Cancelled = false, CancelledBySender = false, CancelSentAt = null };

    private Incident Keeping(Alarm alarm) =>
        this with
        {
            Alarms = Alarms.Add(alarm.AlarmId),
            Names = Names.Union((alarm.About ?? []).Add(alarm.Name)),
            Contents = alarm.Content is { } content ? Contents.SetItem(alarm.AlarmId, content) : Contents,
        };

    private Incident Hearing(Statement said) => this with { Latest = Told.Of(said) };

    private Incident HearingAlarm(Statement said) => Hearing(said) with { LatestOfAlarms = Told.Of(said) };

    private Incident Saying(Alarm alarm) =>
        this with
        {
            Kind = alarm.Kind,
            Area = alarm.Area ?? Area,
            Areas = alarm.Area is null ? Areas : alarm.AllAreas,
            Reach = alarm.Reach ?? Reach,
            Times = alarm.Times,
            Passed = alarm.Passed,
            Headline = alarm.Headline,
            Place = alarm.Place ?? Place,
            Text = alarm.Text,
            AlarmText = null,
            Instruction = alarm.Instruction,
            OccurredAt = alarm.OccurredAt ?? OccurredAt,
        };

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset sent) => known > sent ? known.Value : sent;
}
