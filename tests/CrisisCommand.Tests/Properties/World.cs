using System.Collections.Immutable;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Microsoft.Extensions.DependencyInjection;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Properties;

/// <summary>One crisis and two incidents in memory: decides by the real rules, appends and folds as the product does, with no store.</summary>
public sealed class World
{
    public static readonly Guid CrisisId = Id(1001);
    public static readonly ImmutableArray<Guid> IncidentIds = [Id(2001), Id(2002)];

    /// <summary>Few persons and functions, so that sequences meet each other.</summary>
    public static readonly ImmutableArray<PersonId> Persons = [Vd, new("vd-1"), new("situation"), new("jour")];
    public static readonly ImmutableArray<FunctionKey> Functions = [FunctionKey.CrisisLeader, Situation, new("documentation")];

    /// <summary>Every state of every feature is folded here as it is registered; a new feature is one more line.</summary>
    internal static readonly EventCatalogue Catalogue = new(Registered());

    private readonly Dictionary<Guid, StreamSnapshot> _heads = [];
    private readonly Dictionary<Guid, List<Fact>> _facts = [];
    private int _ids = 10_000;

    public World()
    {
        Begin(StreamKinds.Crisis, CrisisId);
        foreach (var incident in IncidentIds)
        {
            Begin(StreamKinds.Incident, incident);
        }

        Append(CrisisId, Vd, Declared().Events);
    }

    public DateTimeOffset Now { get; private set; } = Noon;

    public IEnumerable<Guid> Streams => _heads.Keys;

    public IReadOnlyList<Fact> FactsOf(Guid stream) => _facts[stream];

    public StreamSnapshot HeadOf(Guid stream) => _heads[stream];

    public TState State<TState>()
        where TState : class, IState<TState> => _heads[CrisisId].State<TState>();

    public Guid NewId() => Id(_ids++);

    /// <summary>Decides, and appends what comes of it.</summary>
    public Outcome Do(Act act)
    {
        Now += act.Later;
        var outcome = act.Decide(this);
        Append(act.Stream, act.By, outcome.Events);
        foreach (var (stream, events) in outcome.Elsewhere)
        {
            Append(stream, act.By, events);
        }

        return outcome;
    }

    /// <summary>What no rule decided, for showing that a broken rule would be found.</summary>
    internal World Forced(params IEnumerable<IDomainEvent> events)
    {
        Append(CrisisId, Vd, events);
        return this;
    }

    private void Append(Guid stream, PersonId by, IEnumerable<IDomainEvent> events)
    {
        var facts = events.Select((e, i) => new Fact(e, _heads[stream].Version + i + 1, NewId(), Now, by)).ToList();
        _facts[stream].AddRange(facts);
        _heads[stream] = _heads[stream].After(facts, Catalogue);
    }

    private void Begin(string kind, Guid stream) => (_heads[stream], _facts[stream]) = (StreamSnapshot.Empty(kind, stream, Catalogue), []);

    private static Outcome Declared()
    {
        var adopt = new AdoptPlan([
            .. Functions.Select((f, i) => new PlannedFunction(f, Text(f.Value), Text("…"), Persons[i], [Persons[i + 1]])),
        ]);
        var plan = Fold.Of<KloPlan>(Of(adopt.Decide(PlanName.Normal, null).Events));
        return new DeclareCrisis(IncidentKind.Other, Text("Brand"), Text("Fara för liv")).Decide(CrisisId, plan, null, Areas, Noon, new());
    }

    private static IEnumerable<Facts> Registered()
    {
        var services = new ServiceCollection();
        services.AddKlo();
        services.AddCrises();
        services.AddDecisions();
        services.AddJournal();
        services.AddIncidents();
        services.AddBoards();
        return [.. services.Select(s => s.ImplementationInstance).OfType<Facts>()];
    }
}
