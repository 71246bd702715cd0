using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>How far the organisation is raised, since when and why.</summary>
public sealed record LevelSet(CrisisLevel Level, CommittedText Why, DateTimeOffset Since, PersonId By);

/// <summary>Somebody said that it is over, and why; it waits for a second person.</summary>
public sealed record StandDownProposal(PersonId By, DateTimeOffset At, CommittedText Why)
{
    public DateTimeOffset Until => At + KloActivation.ProposalHolds;
}

/// <summary>Somebody took the crisis back: it was a mistake.</summary>
public sealed record Annulment(DateTimeOffset At, PersonId By, CommittedText Why);

/// <summary>One of two that were the same: the other goes on.</summary>
/// <param name="Other">Into which it went, or which came into it.</param>
public sealed record Merger(Guid Other, DateTimeOffset At, PersonId By, CommittedText Why);

/// <summary>The staff briefing called last; whoever reads tells by its time whether it is ahead.</summary>
public sealed record StaffBriefing(DateTimeOffset At, CommittedText? Place, CommittedText? Agenda, DateTimeOffset CalledAt, PersonId By)
{
    public IEnumerable<CommittedText> Texts => new[] { Place, Agenda }.OfType<CommittedText>();
}

/// <summary>A crisis: what it is about, and how far it has learned of each linked incident.</summary>
public sealed record Crisis : IState<Crisis>
{
    public static Crisis Initial { get; } = new();

    public IncidentKind Kind { get; init; }
    public CommittedText? Title { get; init; }
    public CommittedText? Reason { get; init; }
    public CommittedText? MeetingPlace { get; init; }

    /// <summary>The plan that the KLO goes by: the one that convened it, until it goes over to another.</summary>
    public PlanName? Plan { get; init; }
    public long PlanVersion { get; init; }
    public DateTimeOffset DeclaredAt { get; init; }
    public PersonId? DeclaredBy { get; init; }
    public DateTimeOffset? StoodDownAt { get; init; }
    public PersonId? StoodDownBy { get; init; }
    public CommittedText? StandDownText { get; init; }

    /// <summary>Null until somebody has set it.</summary>
    public LevelSet? Level { get; init; }

    /// <summary>Null where none is called, or the last was called off.</summary>
    public StaffBriefing? Briefing { get; init; }

    /// <summary>The last proposal to end it; whoever reads tells whether it still waits.</summary>
    [JsonIgnore]
    public StandDownProposal? Proposal { get; init; }

    /// <summary>How long a crisis may be said to have been a mistake: after that it was worked in, and is stood down like any other.</summary>
    public static readonly TimeSpan MistakeFor = TimeSpan.FromMinutes(60);

    [JsonIgnore]
    public DateTimeOffset MistakeUntil => DeclaredAt + MistakeFor;

    /// <summary>Null where it stands as declared.</summary>
    [JsonIgnore]
    public Annulment? Annulled { get; init; }

    /// <summary>Into which it went; null where it did not.</summary>
    [JsonIgnore]
    public Merger? MergedInto { get; init; }

    /// <summary>The doubles that came into it.</summary>
    [JsonIgnore]
    public ImmutableArray<Merger> Joined { get; init; } = [];

    public ImmutableArray<Guid> Linked { get; init; } = [];

    /// <summary>Per incident ever linked: the last version of its stream that was reported here.</summary>
    public ImmutableSortedDictionary<Guid, long> Learned { get; init; } = ImmutableSortedDictionary<Guid, long>.Empty;

    public bool IsStoodDown => StoodDownAt is not null;

    /// <summary>Whether what is said of an incident reaches this crisis.</summary>
    public bool Follows(Guid incident) => !IsStoodDown && Linked.Contains(incident);

    /// <summary>The last version of an incident that was reported here; 0 where nothing was.</summary>
    public long LearnedOf(Guid incident) => Learned.GetValueOrDefault(incident);

    /// <summary>Every text of the crisis itself, to be opened together.</summary>
    public IEnumerable<CommittedText> Texts =>
        new[] { Title, Reason, MeetingPlace, StandDownText, Proposal?.Why, Level?.Why, Annulled?.Why, MergedInto?.Why }
            .OfType<CommittedText>()
            .Concat(Briefing?.Texts ?? [])
            .Concat(Joined.Select(j => j.Why));

    public Crisis After(Fact fact) =>
        fact.Event switch
        {
            CrisisDeclared declared => this with
            {
                Kind = declared.Kind,
                Title = declared.Title,
                Reason = declared.Reason,
                MeetingPlace = declared.MeetingPlace,
                Plan = declared.Plan,
                PlanVersion = declared.PlanVersion,
                DeclaredAt = fact.RecordedAt,
                DeclaredBy = fact.By,
                Linked = declared.Incidents,
            },
            CrisisLevelSet set => this with { Level = new(set.Level, set.Why, fact.RecordedAt, fact.By) },
            StaffBriefingCalled called => this with { Briefing = new(called.At, called.Place, called.Agenda, fact.RecordedAt, fact.By) },
            StaffBriefingCancelled => this with { Briefing = null },
            IncidentLinked linked => this with { Linked = Linked.Add(linked.IncidentId) },
            IncidentUnlinked unlinked => this with { Linked = Linked.Remove(unlinked.IncidentId) },
            IncidentReportReceived report => this with { Learned = Learned.SetItem(report.IncidentId, report.IncidentVersion) },
            KloReorganised reorganised => this with { Plan = reorganised.Plan, PlanVersion = reorganised.PlanVersion },
            StandDownProposed proposed => this with { Proposal = new(fact.By, fact.RecordedAt, proposed.Text) },
            // Its incidents are free again; what it had learned of them stays where it was written.
            CrisisAnnulled annulled => this with { Annulled = new(fact.RecordedAt, fact.By, annulled.Why), Linked = [] },
            CrisisMerged merged => this with { MergedInto = new(merged.Into, fact.RecordedAt, fact.By, merged.Why), Linked = [] },
            CrisisJoined joined => this with { Joined = Joined.Add(new(joined.From, fact.RecordedAt, fact.By, joined.Why)) },
            KloStoodDown down => this with { StoodDownAt = fact.RecordedAt, StoodDownBy = fact.By, StandDownText = down.Text },
            _ => this,
        };
}

/// <summary>A crisis as it is listed, and as found by the incidents it follows.</summary>
public sealed record CrisisView : IView<CrisisView>
{
    public static CrisisView Initial { get; } = new();

    public Guid Id { get; init; }
    public Crisis Crisis { get; init; } = Crisis.Initial;
    public bool Open { get; init; }

    /// <summary>When it was taken back; null where it counts.</summary>
    public DateTimeOffset? AnnulledAt { get; init; }

    /// <summary>The crisis that goes on in its place.</summary>
    public Guid? MergedInto { get; init; }

    public CrisisStatus Status =>
        AnnulledAt is not null ? CrisisStatus.Annulled
        : MergedInto is not null ? CrisisStatus.Merged
        : Open ? CrisisStatus.Open
        : CrisisStatus.StoodDown;

    /// <summary>As an array of its own because Marten filters on stored fields.</summary>
    public Guid[] Incidents { get; init; } = [];

    public static CrisisView Begin(Guid id) => new() { Id = id };

    public CrisisView After(Fact fact)
    {
        var crisis = Crisis.After(fact);
        return this with
        {
            Crisis = crisis,
            Open = !crisis.IsStoodDown,
            Incidents = [.. crisis.Linked],
            AnnulledAt = AnnulledAt ?? crisis.Annulled?.At,
            MergedInto = MergedInto ?? crisis.MergedInto?.Other,
        };
    }

    /// <summary>Only these change the list: decisions and entries never write it.</summary>
    public static readonly Type[] Events =
    [
        typeof(CrisisDeclared),
        typeof(CrisisLevelSet),
        typeof(IncidentLinked),
        typeof(IncidentUnlinked),
        typeof(KloReorganised),
        typeof(CrisisAnnulled),
        typeof(CrisisMerged),
        typeof(KloStoodDown),
    ];
}
