using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

public enum CrisisStatus
{
    Open,
    StoodDown,

    /// <summary>It was a mistake.</summary>
    Annulled,

    /// <summary>It was a double: another goes on in its place.</summary>
    Merged,
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

    /// <summary>Who took it back, when and why; null where it stands as declared.</summary>
    public AnnulmentShown? Annulment { get; init; }

    /// <summary>The crisis that goes on in its place; null where it was no double.</summary>
    public MergerShown? MergedInto { get; init; }

    /// <summary>The doubles that were joined with it; each is readable by itself.</summary>
    public IReadOnlyList<MergerShown> Joined { get; init; } = [];

    /// <summary>That it is over, as one person has proposed and another has yet to say; null where nobody has, or it waited too long.</summary>
    public ProposalShown? StandDownProposal { get; init; }

    /// <summary>How far the organisation is raised; null until somebody has said.</summary>
    public LevelShown? Level { get; init; }

    /// <summary>The staff briefing called last, also when it has been.</summary>
    public BriefingShown? Briefing { get; init; }

    public static CrisisStatus StatusOf(Crisis crisis) =>
        crisis.Annulled is not null ? CrisisStatus.Annulled
        : crisis.MergedInto is not null ? CrisisStatus.Merged
        : crisis.IsStoodDown ? CrisisStatus.StoodDown
        : CrisisStatus.Open;

    internal static CrisisShown Of(Guid id, Crisis crisis, DateTimeOffset now, Words words) =>
        new(
            id,
            crisis.Kind,
            words.Text(crisis.Title),
            words.Text(crisis.Reason),
            StatusOf(crisis),
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
            StandDownProposal = ProposalShown.Of(crisis, now, words),
            Level = LevelShown.Of(crisis.Level, words),
            Briefing = BriefingShown.Of(crisis.Briefing, words),
            Annulment = crisis.Annulled is { } annulled
                ? new(annulled.At, annulled.By, words.NameOf(annulled.By), words.Text(annulled.Why))
                : null,
            MergedInto = crisis.MergedInto is { } merged ? MergerShown.Of(merged, words) : null,
            Joined = [.. crisis.Joined.Select(j => MergerShown.Of(j, words))],
            DeclaredByName = crisis.DeclaredBy is { } by ? words.NameOf(by) : null,
        };
}

public sealed record AnnulmentShown(DateTimeOffset At, PersonId By, string? ByName, string Why);

/// <param name="CrisisId">The other of the two.</param>
public sealed record MergerShown(Guid CrisisId, DateTimeOffset At, PersonId By, string? ByName, string Why)
{
    public static MergerShown Of(Merger merger, Words words) =>
        new(merger.Other, merger.At, merger.By, words.NameOf(merger.By), words.Text(merger.Why));
}

/// <param name="Why">Why it is over.</param>
/// <param name="Until">When the proposal is void, unless a second person has said so too.</param>
public sealed record ProposalShown(PersonId By, string? ByName, DateTimeOffset At, DateTimeOffset Until, string Why)
{
    public static ProposalShown? Of(Crisis crisis, DateTimeOffset now, Words words) =>
        crisis is { IsStoodDown: false, Proposal: { } made } && now < made.Until
            ? new(made.By, words.NameOf(made.By), made.At, made.Until, words.Text(made.Why))
            : null;
}

/// <param name="Name">As the reference data names it, in the reader's language.</param>
public sealed record LevelShown(CrisisLevel Level, string Name, string Why, DateTimeOffset Since, PersonId By, string? ByName)
{
    public static LevelShown? Of(LevelSet? set, Words words) =>
        set is null ? null : new(set.Level, words.Level(set.Level), words.Text(set.Why), set.Since, set.By, words.NameOf(set.By));
}

/// <param name="At">When it is to begin, or began.</param>
public sealed record BriefingShown(DateTimeOffset At, string? Place, string? Agenda, DateTimeOffset CalledAt, PersonId By, string? ByName)
{
    public static BriefingShown? Of(StaffBriefing? called, Words words) =>
        called is null
            ? null
            : new(
                called.At,
                called.Place is { } place ? words.Text(place) : null,
                called.Agenda is { } agenda ? words.Text(agenda) : null,
                called.CalledAt,
                called.By,
                words.NameOf(called.By)
            );
}

/// <param name="LearnedVersion">The last version of the incident that was reported to the KLO; 0: nothing yet.</param>
public sealed record LinkedIncident(Guid IncidentId, long LearnedVersion);
