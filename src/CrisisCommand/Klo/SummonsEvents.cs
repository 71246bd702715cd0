using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Klo;

public enum SummonsAnswer
{
    Coming,
    Declined,
}

/// <summary>By which way an answer came.</summary>
public enum AnswerVia
{
    /// <summary>The person, signed in.</summary>
    Self,

    /// <summary>The person, by the link in the message.</summary>
    Link,

    /// <summary>Somebody else, to whom the person said it.</summary>
    Operator,
}

/// <param name="Via">Null: the person, signed in.</param>
[StoredAs("summons_answered", StreamKinds.Crisis)]
public sealed record SummonsAnswered(
    FunctionKey Function,
    PersonId Person,
    SummonsAnswer Answer,
    DateTimeOffset? Eta,
    AnswerVia? Via = null
) : IDomainEvent
{
    public string InWords(Words words) =>
        words.SayVariant(
            this,
            Answer == SummonsAnswer.Declined ? "declined"
                : Eta is null ? "coming"
                : "coming-at",
            words.Function(Function),
            words.Person(Person),
            words.Time(Eta),
            Via is null or AnswerVia.Self ? "" : $" ({words.Of(Via.Value)})"
        );
}

/// <summary>Nobody answered in time: the next in order is summoned.</summary>
[StoredAs("summons_unanswered", StreamKinds.Crisis)]
public sealed record SummonsUnanswered(FunctionKey Function, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person));
}

/// <summary>Somebody said that they come, and is not in place when they should be: the next in order is summoned.</summary>
[StoredAs("arrival_overdue", StreamKinds.Crisis)]
public sealed record ArrivalOverdue(FunctionKey Function, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person));
}

/// <summary>Everybody in the order has declined, was silent or did not come: nobody is on the way to the function.</summary>
[StoredAs("function_left_vacant", StreamKinds.Crisis)]
public sealed record FunctionLeftVacant(FunctionKey Function) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function));
}

/// <summary>The holder of a function does not seem to be there, and is called: any act of theirs answers it.</summary>
[StoredAs("holder_called", StreamKinds.Crisis)]
public sealed record HolderCalled(FunctionKey Function, PersonId Person, DateTimeOffset AnswerBy) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person), words.Time(AnswerBy));
}

[StoredAs("holder_answered", StreamKinds.Crisis)]
public sealed record HolderAnswered(FunctionKey Function, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person));
}

/// <summary>The holder did nothing at all until the time was out: the deputies are summoned, and may take over.</summary>
[StoredAs("holder_silent", StreamKinds.Crisis)]
public sealed record HolderSilent(FunctionKey Function, PersonId Person) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Function(Function), words.Person(Person));
}

/// <summary>A deputy takes the function of a silent holder, who sees it first of all on return.</summary>
[StoredAs("function_taken_over", StreamKinds.Crisis)]
public sealed record FunctionTakenOver(FunctionKey Function, PersonId From, PersonId To, Mandate Mandate) : IDomainEvent
{
    public string InWords(Words words) =>
        words.Say(this, words.Function(Function), words.Person(From), words.Person(To), words.Of(Mandate));
}
