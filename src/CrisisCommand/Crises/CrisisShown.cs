using CrisisCommand.Platform;

namespace CrisisCommand.Crises;

public enum CrisisStatus
{
    Open,
    StoodDown,
}

/// <summary>A crisis as its readers see it.</summary>
/// <param name="Reason">Why it was declared.</param>
/// <param name="Incidents">Those linked now.</param>
/// <param name="StandDownText">What was said when it was stood down.</param>
public sealed record CrisisShown(
    Guid CrisisId,
    IncidentKind Kind,
    string Title,
    string Reason,
    CrisisStatus Status,
    DateTimeOffset DeclaredAt,
    PersonId? DeclaredBy,
    PlanName? Plan,
    long PlanVersion,
    string? MeetingPlace,
    IReadOnlyList<LinkedIncident> Incidents,
    DateTimeOffset? StoodDownAt,
    PersonId? StoodDownBy,
    string? StandDownText
)
{
    internal static CrisisShown Of(Guid id, Crisis crisis, Words words) =>
        new(
            id,
            crisis.Kind,
            words.Text(crisis.Title),
            words.Text(crisis.Reason),
            crisis.IsStoodDown ? CrisisStatus.StoodDown : CrisisStatus.Open,
            crisis.DeclaredAt,
            crisis.DeclaredBy,
            crisis.Plan,
            crisis.PlanVersion,
            crisis.MeetingPlace is { } place ? words.Text(place) : null,
            [.. crisis.Linked.Select(i => new LinkedIncident(i, crisis.LearnedOf(i)))],
            crisis.StoodDownAt,
            crisis.StoodDownBy,
            crisis.StandDownText is { } text ? words.Text(text) : null
        );
}

/// <param name="LearnedVersion">The last version of the incident that was reported to the KLO; 0: nothing yet.</param>
public sealed record LinkedIncident(Guid IncidentId, long LearnedVersion);
