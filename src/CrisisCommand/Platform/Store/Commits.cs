using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>Events to append to one stream, as decided on <paramref name="Stream"/>: the append holds only if that is still its version.</summary>
public sealed record Append(StreamSnapshot Stream, IReadOnlyList<IDomainEvent> Events);

/// <summary>How a commit ended. Two of the three are expected under contention and are no exceptions.</summary>
public abstract record CommitResult
{
    public sealed record Done(IReadOnlyList<Fact> Facts, StreamSnapshot Stream) : CommitResult;

    /// <summary>Somebody else appended first: fold the tail and decide again.</summary>
    public sealed record StreamMoved : CommitResult;

    /// <summary>This very command was carried out before: answer from its receipt.</summary>
    public sealed record AlreadyDone : CommitResult;
}

/// <summary>Facts that this node has just committed, and the stream as it stands with them.</summary>
public sealed record Committed(Realm Realm, StreamSnapshot Head, IReadOnlyList<Fact> Facts);
