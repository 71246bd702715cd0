using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>A decision that is neither executed, revised nor withdrawn.</summary>
public sealed record DecisionOnBoard(
    int Number,
    Guid EventId,
    CommittedText Decision,
    FunctionKey? Function,
    PersonId By,
    FunctionKey? Executor,
    DateTimeOffset DecidedAt,
    DateTimeOffset? DueAt
)
{
    /// <summary>In what capacity it was taken.</summary>
    [SinceFold(3)]
    public Capacity? Capacity { get; init; }

    /// <summary>Who was to carry it out before revisions gave it to another, the first one first.</summary>
    [JsonIgnore]
    public ImmutableArray<PassedOn> Passed { get; init; } = [];
}

/// <summary>A revision gave to another what was somebody's to carry out.</summary>
/// <param name="Number">The decision that was theirs.</param>
/// <param name="Executor">Whose it was.</param>
/// <param name="By">Who revised it.</param>
public sealed record PassedOn(int Number, FunctionKey Executor, PersonId By, DateTimeOffset At);
