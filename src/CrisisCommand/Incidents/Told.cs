using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>What kind of fact tells something of an incident.</summary>
public enum ReportedFact
{
    Alarm,
    AlarmUpdate,
    AlarmCancellation,

    /// <summary>Another sender speaks of the alarm, without effect.</summary>
    AlarmClaim,
    Report,
    Verification,
    Refutation,
    Assessment,
    Closure,
}

/// <summary>What was told of an incident, when and by whom; it stands beside what was told before.</summary>
/// <param name="At">When it was recorded, which is not when it happened.</param>
public sealed record Told(ReportedFact What, CommittedText? Text, DateTimeOffset At, PersonId By)
{
    /// <summary>Null where that says nothing of the incident itself.</summary>
    public static Told? Of(Statement statement)
    {
        (ReportedFact What, CommittedText? Text)? said = statement.Event switch
        {
            AlarmReceived received => (ReportedFact.Alarm, received.Alarm.Text),
            AlarmUpdated updated => (ReportedFact.AlarmUpdate, updated.Alarm.Text),
            AlarmCancelled cancelled => (ReportedFact.AlarmCancellation, cancelled.Alarm.Text),
            // Without the words of whoever is not the alarm's sender: they stand in that message's own incident.
            AlarmClaimed => (ReportedFact.AlarmClaim, null),
            IncidentReported reported => (ReportedFact.Report, reported.Text),
            IncidentReportAdded added => (ReportedFact.Report, added.Text),
            IncidentVerified verified => (ReportedFact.Verification, verified.Text),
            IncidentRefuted refuted => (ReportedFact.Refutation, refuted.Text),
            IncidentAssessed assessed => (ReportedFact.Assessment, assessed.Text),
            IncidentClosed closed => (ReportedFact.Closure, closed.Text),
            _ => null,
        };
        return said is { } told ? new(told.What, told.Text, statement.At, statement.By) : null;
    }
}
