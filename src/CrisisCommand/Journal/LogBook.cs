using System.Collections.Immutable;
using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Journal;

/// <summary>A task that was given, and whether it is done.</summary>
public sealed record TaskKnown(FunctionKey Function, bool Done)
{
    /// <summary>The fact that gave it, for the clock that watches its time.</summary>
    public required TaskGiven Given { get; init; }

    /// <summary>Whether it was established that its time is out.</summary>
    public bool Overdue { get; init; }
}

/// <summary>What the rules of the journal need to know: what stands in it, which tasks are open, which functions there are, and when it was over.</summary>
public sealed record LogBook : IState<LogBook>
{
    public static LogBook Initial { get; } = new();

    public ImmutableDictionary<Guid, TaskKnown> Tasks { get; init; } = ImmutableDictionary<Guid, TaskKnown>.Empty;
    public ImmutableArray<FunctionKey> Functions { get; init; } = [];

    /// <summary>Event ids of what can be corrected.</summary>
    public ImmutableHashSet<Guid> Entries { get; init; } = [];

    /// <summary>Event ids of what was corrected with, which itself cannot be.</summary>
    public ImmutableHashSet<Guid> Corrections { get; init; } = [];

    /// <summary>How many decisions were taken; they are numbered from 1 without a hole.</summary>
    public int Decisions { get; init; }
    public DateTimeOffset DeclaredAt { get; init; }
    public DateTimeOffset? StoodDownAt { get; init; }

    /// <summary>What was told of the situation.</summary>
    public CommonPicture Picture { get; init; } = CommonPicture.Initial;

    public bool IsStoodDown => StoodDownAt is not null;

    public LogBook After(Fact fact) =>
        fact.Event switch
        {
            KloConvened convened => this with { Functions = [.. convened.Functions.Select(f => f.Function)], DeclaredAt = fact.RecordedAt },
            KloReorganised reorganised => this with { Functions = [.. reorganised.Functions.Select(f => f.Function)] },
            DecisionTaken _ => this with { Decisions = Decisions + 1 },
            EntryWritten _ => this with { Entries = Entries.Add(fact.EventId) },
            EntryCorrected _ => this with { Corrections = Corrections.Add(fact.EventId) },
            SituationReported or FunctionSituationReported => this with { Picture = Picture.After(fact) },
            TaskGiven given => this with { Tasks = Tasks.SetItem(given.TaskId, new(given.Function, Done: false) { Given = given }) },
            TaskOverdue late => this with { Tasks = Tasks.SetItem(late.TaskId, Tasks[late.TaskId] with { Overdue = true }) },
            TaskDone done => this with { Tasks = Tasks.SetItem(done.TaskId, Tasks[done.TaskId] with { Done = true }) },
            KloStoodDown _ => this with { StoodDownAt = fact.RecordedAt },
            _ => this,
        };
}
