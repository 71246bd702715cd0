using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Klo;

/// <summary>A function of a plan: who holds it, and who follows in which order.</summary>
/// <param name="AnswerWithinMinutes">How long a person summoned to it has to answer; null: as the product is set, 3 minutes.</param>
public sealed record PlannedFunction(
    FunctionKey Key,
    CommittedText Name,
    CommittedText Mandate,
    PersonId Holder,
    ImmutableArray<PersonId> Deputies,
    int? AnswerWithinMinutes = null
);

/// <summary>A new version of a plan's catalogue of functions.</summary>
[StoredAs("plan_adopted", StreamKinds.Plan)]
public sealed record PlanAdopted(PlanName Name, ImmutableArray<PlannedFunction> Functions) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => Functions.SelectMany(f => new[] { f.Name, f.Mandate });

    public string InWords(Words words) => words.Say(this, Name, Functions.Length);
}

/// <summary>The order in which persons come to a function: 0 the holder, 1 the first deputy …</summary>
/// <param name="AnswerWithinMinutes">As planned; null: as the product is set.</param>
public sealed record CallOrder(FunctionKey Function, ImmutableArray<PersonId> Persons, int? AnswerWithinMinutes = null);

/// <summary>The KLO is called together by one version of one plan, which stays pinned to the crisis.</summary>
[StoredAs("klo_convened", StreamKinds.Crisis)]
public sealed record KloConvened(PlanName Plan, long PlanVersion, ImmutableArray<CallOrder> Functions) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Plan, PlanVersion, Functions.Length);
}

/// <param name="Rank">0: the holder by plan; 1, 2 …: deputies in order.</param>
[StoredAs("function_summoned", StreamKinds.Crisis)]
public sealed record FunctionSummoned(FunctionKey Function, PersonId Person, int Rank, DateTimeOffset AnswerBy) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person), words.Time(AnswerBy));
}

/// <summary>By what right a person holds a function.</summary>
public enum Mandate
{
    /// <summary>The holder by plan.</summary>
    Holder,

    /// <summary>A deputy by plan.</summary>
    Deputy,

    /// <summary>Neither: put there in the crisis.</summary>
    Appointed,
}

/// <summary>A person is in place and holds the function from now on.</summary>
[StoredAs("function_staffed", StreamKinds.Crisis)]
public sealed record FunctionStaffed(FunctionKey Function, PersonId Person, Mandate Mandate) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person), words.Of(Mandate));
}

[StoredAs("handover_offered", StreamKinds.Crisis)]
public sealed record HandoverOffered(FunctionKey Function, PersonId From, PersonId To, CommittedText Briefing) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Briefing];

    public string InWords(Words words) =>
        words.Say(this, words.Function(Function), words.Person(From), words.Person(To), words.Text(Briefing));
}

[StoredAs("handover_accepted", StreamKinds.Crisis)]
public sealed record HandoverAccepted(FunctionKey Function, PersonId From, PersonId To, Mandate Mandate) : IDomainEvent
{
    public string InWords(Words words) =>
        words.Say(this, words.Function(Function), words.Person(From), words.Person(To), words.Of(Mandate));
}

[StoredAs("handover_declined", StreamKinds.Crisis)]
public sealed record HandoverDeclined(FunctionKey Function, PersonId From, PersonId To, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(From), words.Person(To), words.Text(Why));
}

/// <summary>One person says that it is over; it is when another one says so too.</summary>
[StoredAs("stand_down_proposed", StreamKinds.Crisis)]
public sealed record StandDownProposed(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}

[StoredAs("klo_stood_down", StreamKinds.Crisis)]
public sealed record KloStoodDown(CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text];

    public string InWords(Words words) => words.Say(this, words.Text(Text));
}
