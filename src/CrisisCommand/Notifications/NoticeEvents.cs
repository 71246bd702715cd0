using System.Text.Json.Serialization;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Notifications;

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

    /// <summary>It waited in a restored database, and was not to go out any more.</summary>
    Dropped,

    /// <summary>No channel reached the person, and nobody has to call about it: it stands on the page of rights.</summary>
    NotReached,

    /// <summary>The person has muted what they may do without.</summary>
    Muted,

    /// <summary>The person has had so many that others wait to be read on the pages.</summary>
    Bounded,
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

    /// <summary>It waited in a restored database: whether it still matters, a person has to see.</summary>
    Held,
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
/// <param name="Sender">Whose alarms it counts.</param>
/// <param name="Receiver">To whom those alarms are told, where it is somebody else.</param>
/// <param name="CauseStream">The stream of the cause, where that is neither a crisis nor an alert.</param>
/// <param name="IsLast">The last that the person gets for now of what they may do without; the message says so.</param>
[StoredAs("notice_composed", StreamKinds.Notice)]
public sealed record NoticeComposed(
    PersonId Person,
    NoticePurpose Purpose,
    Guid Cause,
    long CauseVersion,
    Guid? CrisisId,
    Guid? IncidentId,
    FunctionKey? Function,
    DateTimeOffset? AnswerBy,
    PersonId? Sender = null,
    PersonId? Receiver = null,
    Guid? CauseStream = null,
    bool IsLast = false
) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Person), words.Of(Purpose));
}

/// <summary>The provider is about to be asked. Written first, so that a crash leaves an attempt without result and never a message unknown.</summary>
/// <param name="Attempt">1, 2 … to this number or address.</param>
/// <param name="Text">What is said; a link, which is a secret, is no part of it.</param>
/// <param name="Linked">Whether a link follows the text on its way out.</param>
[StoredAs("notice_attempted", StreamKinds.Notice)]
public sealed record NoticeAttempted(Channel Channel, int Attempt, CommittedText To, CommittedText Text, bool Linked = false) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [To, Text];

    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt, words.Text(To), words.Text(Text));
}

/// <summary>An attempt whose result was lost with its node is made once more, under the same id.</summary>
[StoredAs("notice_attempt_repeated", StreamKinds.Notice)]
public sealed record NoticeAttemptRepeated(Channel Channel, int Attempt) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt);
}

/// <summary>The provider has taken the message. Whether the person saw it, only their answer tells.</summary>
[StoredAs("notice_accepted", StreamKinds.Notice)]
public sealed record NoticeAccepted(Channel Channel, int Attempt, ProviderReference? Reference) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel), Attempt);
}

/// <summary>In an exercise: what would have been sent is recorded, and nothing left the house.</summary>
[StoredAs("notice_recorded", StreamKinds.Notice)]
public sealed record NoticeRecorded(Channel Channel, int Attempt) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Channel));
}

/// <param name="Status">Of HTTP or SMTP, where there was one.</param>
/// <param name="RetryAt">Null: this number or address is given up.</param>
[StoredAs("notice_failed", StreamKinds.Notice)]
public sealed record NoticeFailed(Channel Channel, int Attempt, NoticeFailure Reason, int? Status, DateTimeOffset? RetryAt) : IDomainEvent
{
    public string InWords(Words words)
    {
        var failed = words.SayVariant(this, Status is null ? "bare" : "status", words.Of(Channel), Attempt, words.Of(Reason), Status);
        return $"{failed} {words.SayVariant(this, RetryAt is null ? "given-up" : "retried", words.Time(RetryAt))}";
    }
}

/// <summary>No channel is left: a person has to call.</summary>
[StoredAs("notice_passed_to_operator", StreamKinds.Notice)]
public sealed record NoticePassedToOperator(OperatorReason Reason) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Reason));
}

/// <summary>The operator has called.</summary>
[StoredAs("notice_called", StreamKinds.Notice)]
public sealed record NoticeCalled(CallOutcome Outcome) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Outcome));
}

/// <summary>Nothing more is tried.</summary>
[StoredAs("notice_ended", StreamKinds.Notice)]
public sealed record NoticeEnded(NoticeEnding Why) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Of(Why));
}
