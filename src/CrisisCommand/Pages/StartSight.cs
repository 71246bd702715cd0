using CrisisCommand.Duty;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using CrisisCommand.Preparedness;

namespace CrisisCommand.Pages;

/// <summary>What the start page tells one reader; null is what they have no right to.</summary>
/// <param name="Ended">The crises that were declared last of those that are over.</param>
/// <param name="More">There are more open incidents than are shown.</param>
/// <param name="Elsewhere">Other realms in which the reader is known.</param>
/// <param name="May">What the reader may do outside crises.</param>
public sealed record StartSight(
    IReadOnlyList<CrisisLine>? Open,
    IReadOnlyList<CrisisLine>? Ended,
    IReadOnlyList<IncidentShown>? Incidents,
    bool More,
    DutyNowShown? Duty,
    ReadinessShown? Readiness,
    IReadOnlyList<Realm> Elsewhere,
    IReadOnlySet<Capability> May
)
{
    public IEnumerable<CrisisLine> Waiting => (Open ?? []).Where(c => c.Waits);
}
