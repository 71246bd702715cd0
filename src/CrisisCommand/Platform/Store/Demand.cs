using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>What a command asks of whoever sends it, on its stream as it stands.</summary>
/// <param name="On">
/// One of these: the capability, and the function that it concerns, where a right may hold for one's own function only. Who has none of them
/// is told of the first.
/// </param>
/// <param name="As">The function that the sender says they act in; null where they leave it to the rule.</param>
public sealed record Demand(Func<StreamSnapshot, IReadOnlyList<(Capability Capability, FunctionKey? About)>> On, FunctionKey? As = null);
