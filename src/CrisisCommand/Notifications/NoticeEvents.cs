using System.Text.Json.Serialization;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Notifications;

/// <summary>What a notice is for. Its words stand in the resources under <c>notifications.{purpose}.{channel}</c>.</summary>
public enum NoticePurpose
{
    /// <summary>The person is called to a function and is to answer.</summary>
    Summons,

    /// <summary>A function stands vacant: its deputy order is exhausted.</summary>
    Vacancy,

    /// <summary>A function is offered to the person.</summary>
    Handover,

    /// <summary>The person holds a function, and is asked for a sign of life.</summary>
    Call,

    /// <summary>A function was taken over from a silent holder.</summary>
    Takeover,

    /// <summary>Somebody will soon have been in function for too long.</summary>
    Endurance,

    /// <summary>The person is to relieve a function's holder.</summary>
    Relief,

    /// <summary>An alarm that the person is to acknowledge.</summary>
    Alert,
}

/// <summary>Why an attempt reached nobody.</summary>
public enum NoticeFailure
{
    /// <summary>The provider did not answer in time: what became of the message is unknown.</summary>
    NoAnswer,

    /// <summary>There was no connection to the provider, or it broke.</summary>
    Unreachable,

    /// <summary>The provider has too much to do.</summary>
    Throttled,

    /// <summary>The provider failed.</summary>
    Faulty,

    /// <summary>The provider will not take this message, however often it comes.</summary>
    Refused,

    /// <summary>The provider no longer takes any.</summary>
    Gone,

    /// <summary>The number or address was erased meanwhile.</summary>
    AddressErased,
}

/// <summary>Why nothing more is tried.</summary>
public enum NoticeEnding
{
    Answered,

    /// <summary>Somebody holds the function.</summary>
    FunctionHeld,
    StoodDown,

    /// <summary>What it was about has passed.</summary>
    TooLate,
}

/// <summary>Why a person has to call.</summary>
public enum OperatorReason
{
    /// <summary>No number and no address is known.</summary>
    NoChannel,

    /// <summary>None of the person's channels is set up here.</summary>
    NotConfigured,

    /// <summary>Every channel was tried and given up.</summary>
    Exhausted,
}

/// <summary>How the operator's call went.</summary>
public enum CallOutcome
{
    Reached,
    NoAnswer,
    MessageLeft,
    WrongNumber,
}

/// <summary>What the provider calls the message: as it said, at most 128 characters.</summary>
[JsonConverter(typeof(ProviderReferenceConverter))]
public readonly record struct ProviderReference(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Somebody is to be told something. The same cause and person is one notice.</summary>
/// <param name="Cause">The event that it follows from.</param>
/// <param name="CauseVersion">Its version in its stream.</param>
/// <param name="AnswerBy">Until when an answer is waited for; null: none is.</param>
public sealed record NoticeComposed(
    PersonId Person,
    NoticePurpose Purpose,
    Guid Cause,
    long CauseVersion,
    Guid? CrisisId,
    Guid? IncidentId,
    FunctionKey? Function,
    DateTimeOffset? AnswerBy
) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Purpose));
}

/// <summary>The provider is about to be asked. Written first, so that a crash leaves an attempt without result and never a message unknown.</summary>
/// <param name="Attempt">1, 2 … to this number or address.</param>
/// <param name="Text">What is said, but for the secret of a link in it.</param>
public sealed record NoticeAttempted(Channel Channel, int Attempt, CommittedText To, CommittedText Text) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [To, Text];

    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt, words.Text(To), words.Text(Text));
}

/// <summary>An attempt whose result was lost with its node is made once more, under the same id.</summary>
public sealed record NoticeAttemptRepeated(Channel Channel, int Attempt) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt);
}

/// <summary>The provider has taken the message. Whether the person saw it, only their answer tells.</summary>
public sealed record NoticeAccepted(Channel Channel, int Attempt, ProviderReference? Reference) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt);
}

/// <summary>In an exercise: what would have been sent is recorded, and nothing left the house.</summary>
public sealed record NoticeRecorded(Channel Channel, int Attempt) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel));
}

/// <param name="Status">Of HTTP or SMTP, where there was one.</param>
/// <param name="RetryAt">Null: this number or address is given up.</param>
public sealed record NoticeFailed(Channel Channel, int Attempt, NoticeFailure Reason, int? Status, DateTimeOffset? RetryAt) : IDomainEvent
{
    public string InWords(Words words)
    {
        var failed = words.SayVariant(this, Status is null ? "bare" : "status", words.Of(Channel), Attempt, words.Of(Reason), Status);
        return $"{failed} {words.SayVariant(this, RetryAt is null ? "given-up" : "retried", words.Time(RetryAt))}";
    }
}

/// <summary>No channel is left: a person has to call.</summary>
public sealed record NoticePassedToOperator(OperatorReason Reason) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Reason));
}

/// <summary>The operator has called.</summary>
public sealed record NoticeCalled(CallOutcome Outcome) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Outcome));
}

/// <summary>Nothing more is tried.</summary>
public sealed record NoticeEnded(NoticeEnding Why) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Why));
}
