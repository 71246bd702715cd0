using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Incidents;

/// <summary>What is true of an incident: what was said of it last, whether it is verified, open, and which crises it was raised to.</summary>
public sealed record Incident : IState<Incident>
{
    public static Incident Initial { get; } = new();

    public AlarmSource Source { get; init; }

    /// <summary>Of the alarm that began it; Actual for what our own people reported.</summary>
    public AlarmStatus Status { get; init; }
    public IncidentKind Kind { get; init; } = IncidentKind.Other;
    public AreaKey? Area { get; init; }
    public CommittedText? Headline { get; init; }
    public CommittedText? Place { get; init; }
    public CommittedText? Text { get; init; }
    public CommittedText? Instruction { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public Severity Severity { get; init; }

    /// <summary>False for what is only logged: tests, drafts, cancellations of alarms that we never saw.</summary>
    public bool Actionable { get; init; }

    /// <summary>Null until somebody has looked.</summary>
    public bool? Verified { get; init; }
    public bool Cancelled { get; init; }
    public bool Closed { get; init; }
    public ImmutableArray<Guid> Crises { get; init; } = [];
    public ImmutableArray<Guid> Alarms { get; init; } = [];

    /// <summary>When the content shown was sent: an older message that comes late changes nothing that a newer one said.</summary>
    public DateTimeOffset? ContentSentAt { get; init; }

    /// <summary>When the last update was sent: a cancellation sent before it has no say any more, however late it comes.</summary>
    public DateTimeOffset? UpdateSentAt { get; init; }

    /// <summary>When the last cancellation was sent: an update sent before it raises nothing again.</summary>
    public DateTimeOffset? CancelSentAt { get; init; }

    public bool Open => Actionable && !Closed && !Cancelled;

    /// <summary>What the alarms themselves say, whatever our own people said later.</summary>
    public CommittedText? AlarmText { get; init; }

    /// <summary>Whose alarms belong here: a machine follows what it raised itself.</summary>
    public ImmutableArray<PersonId> RaisedBy { get; init; } = [];

    public bool IsFor(Reader reader) => !reader.OwnOnly || RaisedBy.Contains(reader.Person);

    public Incident After(Fact fact) =>
        fact.Event switch
        {
            AlarmReceived received => Begin(fact, received.Alarm).Telling(received.Alarm, received.Actionable) with
            {
                Actionable = Actionable || received.Actionable,
            },
            AlarmUpdated updated => Begin(fact, updated.Alarm).Telling(updated.Alarm, actionable: true) with
            {
                Actionable = true,
                Cancelled = false,
                Closed = Closed && ContentSentAt > updated.Alarm.SentAt,
                UpdateSentAt = Later(UpdateSentAt, updated.Alarm.SentAt),
            },
            AlarmCancelled cancelled => Begin(fact, cancelled.Alarm).Cancelling(cancelled.Alarm),
            IncidentReported reported => Reported(reported, fact.RecordedAt),
            IncidentVerified verified => this with { Verified = true, Text = verified.Text },
            IncidentRefuted refuted => this with { Verified = false, Text = refuted.Text },
            IncidentReportAdded report => this with { Text = report.Text },
            IncidentAssessed assessed => this with { Severity = assessed.Severity, Text = assessed.Text },
            IncidentRaisedToCrisis raised => this with { Crises = Crises.Contains(raised.CrisisId) ? Crises : Crises.Add(raised.CrisisId) },
            IncidentClosed closed => this with { Closed = true, Text = closed.Text },
            _ => this,
        };

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

    private Incident Begin(Fact fact, Alarm alarm)
    {
        var raised = this with { RaisedBy = RaisedBy.Contains(fact.By) ? RaisedBy : RaisedBy.Add(fact.By) };
        return ReportedAt == default ? raised with { ReportedAt = fact.RecordedAt, Source = alarm.Source, Status = alarm.Status } : raised;
    }

    /// <summary>What is only logged never covers what somebody is to act on.</summary>
    private Incident Telling(Alarm alarm, bool actionable)
    {
        var known = this with { Alarms = Alarms.Add(alarm.AlarmId) };
        return ContentSentAt > alarm.SentAt || (Actionable && !Cancelled && !actionable)
            ? known
            : known.Saying(alarm) with
            {
                Severity = alarm.Severity,
                ContentSentAt = alarm.SentAt,
            };
    }

    /// <summary>A cancellation speaks for the incident only while the alarm it cancels has not come.</summary>
    private Incident Cancelling(Alarm alarm) =>
        (ContentSentAt is null ? Saying(alarm) : this) with
        {
            Cancelled = true,
            CancelSentAt = Later(CancelSentAt, alarm.SentAt),
            Alarms = Alarms.Add(alarm.AlarmId),
        };

    private Incident Saying(Alarm alarm) =>
        this with
        {
            Kind = alarm.Kind,
            Area = alarm.Area ?? Area,
            Headline = alarm.Headline,
            Place = alarm.Place ?? Place,
            Text = alarm.Text,
            AlarmText = alarm.Text,
            Instruction = alarm.Instruction,
            OccurredAt = alarm.OccurredAt ?? OccurredAt,
        };

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset sent) => known > sent ? known.Value : sent;
}

/// <summary>An incident as it is listed: the same fold, stored to be filtered.</summary>
public sealed record IncidentView : IView<IncidentView>
{
    public static IncidentView Initial { get; } = new();

    public Guid Id { get; init; }
    public Incident Incident { get; init; } = Incident.Initial;

    /// <summary>Beside the fold because Marten filters on stored fields.</summary>
    public bool Open { get; init; }
    public string Kind { get; init; } = "";
    public string? Area { get; init; }
    public bool Actionable { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public string[] RaisedBy { get; init; } = [];

    public static IncidentView Begin(Guid id) => new() { Id = id };

    public IncidentView After(Fact fact)
    {
        var incident = Incident.After(fact);
        return this with
        {
            Incident = incident,
            Open = incident.Open,
            Kind = incident.Kind.Value,
            Area = incident.Area?.Value,
            Actionable = incident.Actionable,
            ReportedAt = incident.ReportedAt,
            RaisedBy = [.. incident.RaisedBy.Select(p => p.Value)],
        };
    }
}
