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
    public string? DeclaredByName { get; init; }

    /// <summary>How far the organisation is raised; null until somebody has said.</summary>
    public LevelShown? Level { get; init; }

    /// <summary>The staff briefing called last, also when it has been.</summary>
    public BriefingShown? Briefing { get; init; }

    internal static CrisisShown Of(Guid id, Crisis crisis, Words words, Func<PersonId, string?> nameOf) =>
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
        )
        {
            Level = LevelShown.Of(crisis.Level, words, nameOf),
            Briefing = BriefingShown.Of(crisis.Briefing, words, nameOf),
            DeclaredByName = crisis.DeclaredBy is { } by ? nameOf(by) : null,
        };
}

/// <param name="Name">As the reference data names it, in the reader's language.</param>
public sealed record LevelShown(CrisisLevel Level, string Name, string Why, DateTimeOffset Since, PersonId By, string? ByName)
{
    public static LevelShown? Of(LevelSet? set, Words words, Func<PersonId, string?> nameOf) =>
        set is null ? null : new(set.Level, words.Level(set.Level), words.Text(set.Why), set.Since, set.By, nameOf(set.By));
}

/// <param name="At">When it is to begin, or began.</param>
public sealed record BriefingShown(DateTimeOffset At, string? Place, string? Agenda, DateTimeOffset CalledAt, PersonId By, string? ByName)
{
    public static BriefingShown? Of(StaffBriefing? called, Words words, Func<PersonId, string?> nameOf) =>
        called is null
            ? null
            : new(
                called.At,
                called.Place is { } place ? words.Text(place) : null,
                called.Agenda is { } agenda ? words.Text(agenda) : null,
                called.CalledAt,
                called.By,
                nameOf(called.By)
            );
}

/// <param name="LearnedVersion">The last version of the incident that was reported to the KLO; 0: nothing yet.</param>
public sealed record LinkedIncident(Guid IncidentId, long LearnedVersion);
