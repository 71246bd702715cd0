using CrisisCommand.Access;
using CrisisCommand.Alarms;
using CrisisCommand.Alerts;
using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Preparedness;
using CrisisCommand.Sending;

namespace CrisisCommand.Pages.Start;

/// <summary>What the start page tells one reader; null is what they have no right to.</summary>
/// <param name="Ended">The crises that were declared last of those that are over.</param>
/// <param name="More">There are more open incidents than are shown.</param>
/// <param name="Untaken">Alarms that everybody on their path was alerted of and nobody has taken.</param>
/// <param name="Elsewhere">Other realms in which the reader is known.</param>
/// <param name="Sessions">Where the reader is signed in by a browser, this one too; none for whoever reads by a token.</param>
/// <param name="Held">Why nobody is called or sent anything; null while they are.</param>
/// <param name="Calls">Whom the reader has to call, since no message reaches them.</param>
/// <param name="Refused">Whose alarms were refused.</param>
/// <param name="May">What the reader may do outside crises.</param>
public sealed record StartModel(
    IReadOnlyList<CrisisLine>? Open,
    IReadOnlyList<CrisisLine>? Ended,
    IReadOnlyList<IncidentShown>? Incidents,
    bool More,
    IReadOnlyList<(UntakenAlert Alert, IncidentShown Incident)>? Untaken,
    DutyNowShown? Duty,
    ReadinessShown? Readiness,
    IReadOnlyList<Realm> Elsewhere,
    IReadOnlyList<Session> Sessions,
    HoldReason? Held,
    CallsToMake<NoticeShown>? Calls,
    CallsToMake<RefusedSenderShown>? Refused,
    IReadOnlySet<Capability> May
)
{
    public IEnumerable<CrisisLine> Waiting => (Open ?? []).Where(c => c.Waits);
}
