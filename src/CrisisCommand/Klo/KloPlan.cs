using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>A plan as adopted last: its functions, and the version that a crisis pins.</summary>
public sealed record KloPlan : IState<KloPlan>
{
    public static KloPlan Initial { get; } = new();

    public PlanName Name { get; init; }

    /// <summary>1 for the first adoption; the version of the plan's stream.</summary>
    public long Version { get; init; }
    public DateTimeOffset AdoptedAt { get; init; }
    public ImmutableArray<PlannedFunction> Functions { get; init; } = [];

    /// <summary>The stream of a plan; realms are kept apart by the store's tenancy.</summary>
    public static Guid StreamOf(PlanName name) => Ids.Named($"klo-plan/{name}");

    public KloPlan After(Fact fact) =>
        fact.Event is PlanAdopted adopted
            ? new()
            {
                Name = adopted.Name,
                Version = fact.Version,
                AdoptedAt = fact.RecordedAt,
                Functions = adopted.Functions,
            }
            : this;

    /// <summary>The functions as they are called: holder first, then the deputies in order.</summary>
    public ImmutableArray<CallOrder> CallOrders =>
        [.. Functions.Select(f => new CallOrder(f.Key, [f.Holder, .. f.Deputies], f.AnswerWithinMinutes))];

    public bool Names(PersonId person) => CallOrders.Any(o => o.Persons.Contains(person));

    /// <summary>Who leads, the ordinary leader first; empty while nothing is adopted.</summary>
    public ImmutableArray<PersonId> Leaders =>
        CallOrders.Where(o => o.Function == FunctionKey.CrisisLeader).Select(o => o.Persons).FirstOrDefault([]);

    /// <summary>Names and mandates, to be opened together.</summary>
    public IEnumerable<CommittedText> Texts => Functions.SelectMany(f => new[] { f.Name, f.Mandate });
}

/// <summary>The adopted plans of a realm, to be listed.</summary>
public sealed record KloPlanView : IView<KloPlanView>
{
    public static KloPlanView Initial { get; } = new();

    public Guid Id { get; init; }
    public PlanName Name { get; init; }

    public static KloPlanView Begin(Guid id) => new() { Id = id };

    public KloPlanView After(Fact fact) => fact.Event is PlanAdopted adopted ? this with { Name = adopted.Name } : this;
}
