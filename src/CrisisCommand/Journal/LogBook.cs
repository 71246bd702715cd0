using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Journal;

/// <summary>What the rules of the journal need to know: which tasks are open, which functions there are, and when it was over.</summary>
public sealed record LogBook : IState<LogBook>
{
    public static LogBook Initial { get; } = new();

    /// <summary>Task to whether it is done.</summary>
    public ImmutableDictionary<Guid, bool> Tasks { get; init; } = ImmutableDictionary<Guid, bool>.Empty;
    public ImmutableArray<FunctionKey> Functions { get; init; } = [];
    public DateTimeOffset? StoodDownAt { get; init; }

    public bool IsStoodDown => StoodDownAt is not null;

    public LogBook After(Fact fact) =>
        fact.Event switch
        {
            KloConvened convened => this with { Functions = [.. convened.Functions.Select(f => f.Function)] },
            TaskGiven given => this with { Tasks = Tasks.SetItem(given.TaskId, false) },
            TaskDone done => this with { Tasks = Tasks.SetItem(done.TaskId, true) },
            KloStoodDown _ => this with { StoodDownAt = fact.RecordedAt },
            _ => this,
        };
}
