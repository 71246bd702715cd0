using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Reference;

namespace CrisisCommand.Timeline.Report;

/// <summary>What the crisis was. Durations are in seconds.</summary>
public sealed record CrisisSummary(
    string Title,
    IncidentKind Kind,
    string KindName,
    string Reason,
    string? MeetingPlace,
    PlanName? Plan,
    long PlanVersion,
    DateTimeOffset DeclaredAt,
    Named DeclaredBy,
    DateTimeOffset? StoodDownAt,
    Named? StoodDownBy,
    string? StandDownText,
    double? DurationSeconds
)
{
    public CrisisStatus Status { get; init; }

    /// <summary>The crisis that went on in its place; null where it was no double.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The doubles that came into it: what was written in them stands in their own reports.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    internal CrisisSummary EndedAs(Crisis crisis) =>
        this with
        {
            Status = CrisisShown.StatusOf(crisis),
            MergedInto = crisis.MergedInto?.Other,
            Joined = [.. crisis.Joined.Select(j => j.Other)],
        };
}
