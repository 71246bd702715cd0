using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Klo;

/// <summary>Who is to take a function over, and when.</summary>
[StoredAs("relief_planned", StreamKinds.Crisis)]
public sealed record ReliefPlanned(FunctionKey Function, PersonId Person, DateTimeOffset At) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person), words.Time(At));
}

[StoredAs("relief_cancelled", StreamKinds.Crisis)]
public sealed record ReliefCancelled(FunctionKey Function, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person));
}

/// <summary>A person will soon have been in function for too long.</summary>
/// <param name="Until">When they will have been.</param>
[StoredAs("endurance_warned", StreamKinds.Crisis)]
public sealed record EnduranceWarned(FunctionKey Function, PersonId Person, DateTimeOffset Until) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person), words.Time(Until));
}

/// <summary>The holder of a function may decide on their own within a scope.</summary>
[StoredAs("decisions_delegated", StreamKinds.Crisis)]
public sealed record DecisionsDelegated(FunctionKey Function, CommittedText Scope, DateTimeOffset? Until) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Scope];

    public string InWords(Words words) =>
        Until is { } until
            ? words.SayVariant(this, "until", words.Function(Function), words.Text(Scope), words.Time(until))
            : words.Say(this, words.Function(Function), words.Text(Scope));
}

[StoredAs("delegation_ended", StreamKinds.Crisis)]
public sealed record DelegationEnded(FunctionKey Function) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function));
}

/// <summary>A function of the plan so far and the one that goes on with its holder.</summary>
public sealed record FunctionMoved(FunctionKey From, FunctionKey To);

/// <summary>The KLO goes over to another plan. Holders follow the mapping; a function that nothing maps to begins anew.</summary>
[StoredAs("klo_reorganised", StreamKinds.Crisis)]
public sealed record KloReorganised(
    PlanName Plan,
    long PlanVersion,
    ImmutableArray<CallOrder> Functions,
    ImmutableArray<FunctionMoved> Mapping,
    CommittedText Why
) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Plan, PlanVersion, Functions.Length, words.Text(Why));
}
