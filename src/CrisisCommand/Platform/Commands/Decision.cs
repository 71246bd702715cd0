using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>What a command comes to, on the streams as they stand.</summary>
public abstract record Decision
{
    /// <param name="Capacity">In what capacity its sender acted: by the right that was used.</param>
    /// <param name="Answer">What its facts are answered with; null: 204.</param>
    public sealed record Made(Outcome Outcome, Capacity? Capacity, Func<IReadOnlyList<Fact>, Answer>? Answer = null) : Decision
    {
        /// <summary>What it is answered with where it was so already; null: 204.</summary>
        public Answer? Already { get; init; }
    }

    /// <summary>It takes other streams than these, or has another of them for its target: it is made anew on those, and nothing is done here.</summary>
    public sealed record Redirected(Target Target, ImmutableArray<Target> Others) : Decision;
}

/// <summary>What a decision rests on beside its streams.</summary>
/// <param name="Look">Looks up what no version of a stream tells, such as words to compare with: anew, after each look at the streams.</param>
/// <param name="Queue">The stream on which such commands queue on this node; null: their target.</param>
public sealed record Beside(Func<Looked, CancellationToken, Task> Look, Guid? Queue = null);

/// <summary>What the sender may, by the very grounds that the commit holds.</summary>
/// <param name="Capacity">In which they do what the command demands.</param>
/// <param name="To">Whether they have another right as well, for a decision that may use that.</param>
public sealed record Permits(Capacity? Capacity, Func<Capability, Permit> To);
