using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Sending;

/// <summary>What becomes of messages that were waiting when sending was started.</summary>
public enum OverdueMessages
{
    /// <summary>A person looks at each, and calls where it still matters.</summary>
    Wait,

    /// <summary>They are settled, unsent.</summary>
    Drop,

    /// <summary>They go out.</summary>
    Send,
}

/// <summary>A person has said that this database is the one that is served from now on: messages go out again.</summary>
/// <param name="Reason">Why they had not.</param>
/// <param name="Releases">The how manieth time; what a memory outside the database is compared with.</param>
[StoredAs("sending_started", StreamKinds.Sending)]
public sealed record SendingStarted(CommittedText Why, OverdueMessages Overdue, HoldReason Reason, Guid Database, int Releases)
    : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Text(Why), words.Of(Overdue), words.Of(Reason));
}

/// <summary>When sending was last started by a person, and what was to become of what had waited.</summary>
public sealed record SendingRelease : IState<SendingRelease>
{
    public static SendingRelease Initial { get; } = new();

    /// <summary>One for the installation, in the live realm: nothing else sends.</summary>
    public static readonly Guid Stream = Ids.Named("sending");

    /// <summary>Null while nobody had to.</summary>
    public DateTimeOffset? At { get; init; }
    public PersonId? By { get; init; }
    public CommittedText? Why { get; init; }
    public OverdueMessages Overdue { get; init; }

    public SendingRelease After(Fact fact) =>
        fact.Event is SendingStarted started
            ? this with
            {
                At = fact.RecordedAt,
                By = fact.By,
                Why = started.Why,
                Overdue = started.Overdue,
            }
            : this;
}
