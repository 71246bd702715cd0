using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>Whether a sender may, and in what capacity.</summary>
/// <param name="Refusal">Null where they may.</param>
public sealed record Permit(Refusal? Refusal, Capacity? Capacity = null);

/// <summary>
/// Who may do what, as the feature that knows it says. Decided on the very streams that the command is decided on: the commit holds only if
/// none of them has moved, so that what is revoked is revoked from the next command on, on every node.
/// </summary>
/// <param name="Grounds">The streams that the answer rests on beside the command's own; which they are, as this node knows or looked up anew.</param>
/// <param name="Ask">Of a command that demands something; the target and the grounds as they stand.</param>
public sealed record Authority(
    Func<CommandContext, Target, bool, CancellationToken, Task<ImmutableArray<Target>>> Grounds,
    Func<CommandContext, StreamSnapshot, IReadOnlyList<StreamSnapshot>, Permit> Ask
);
