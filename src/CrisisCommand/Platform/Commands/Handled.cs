using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>A stream that a command is about.</summary>
/// <param name="MayBeNew">Whether the command may begin the stream; otherwise a missing one is 404.</param>
public sealed record Target(string Kind, Guid Stream, bool MayBeNew = false);

/// <summary>What became of a command.</summary>
public abstract record Handled
{
    public sealed record Answered(Answer Answer, bool Replayed) : Handled;

    public sealed record Refused(Refusal Refusal, long? CurrentVersion) : Handled;
}
