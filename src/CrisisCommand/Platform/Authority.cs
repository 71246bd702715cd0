using System.Collections.Immutable;

namespace CrisisCommand.Platform;

/// <summary>What a command asks of whoever sends it, on its stream as it stands.</summary>
/// <param name="On">The capability, and the function that it concerns, where a right may hold for one's own function only.</param>
public sealed record Demand(Func<StreamSnapshot, (Capability Capability, FunctionKey? About)> On);

/// <summary>
/// Who may do what, as the feature that knows it says. Decided on the very streams that the command is decided on: the commit holds only if
/// none of them has moved, so that what is revoked is revoked from the next command on, on every node.
/// </summary>
/// <param name="Grounds">The streams that the answer rests on beside the command's own.</param>
/// <param name="Refuse">Null where the sender may; the target and the grounds as they stand.</param>
public sealed record Authority(
    Func<Envelope, Target, ImmutableArray<Target>> Grounds,
    Func<Envelope, StreamSnapshot, IReadOnlyList<StreamSnapshot>, Refusal?> Refuse
);
