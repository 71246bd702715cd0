using System.Collections.Immutable;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline.Report;

/// <summary>One task, and its end where it has one.</summary>
public sealed record TaskPath(TaskGiven Given, DateTimeOffset GivenAt, PersonId GivenBy)
{
    public DateTimeOffset? DoneAt { get; init; }
    public PersonId? DoneBy { get; init; }
    public CommittedText? Done { get; init; }
}

/// <summary>The tasks of a crisis in the order in which they were given: a pure fold.</summary>
public sealed record TaskHistory : IState<TaskHistory>
{
    public static TaskHistory Initial { get; } = new();

    public ImmutableArray<TaskPath> Tasks { get; init; } = [];

    public TaskHistory After(Fact fact) =>
        fact.Event switch
        {
            TaskGiven given => this with { Tasks = Tasks.Add(new(given, fact.RecordedAt, fact.By)) },
            TaskDone done => this with
            {
                Tasks =
                [
                    .. Tasks.Select(t =>
                        t.Given.TaskId == done.TaskId ? t with { DoneAt = fact.RecordedAt, DoneBy = fact.By, Done = done.Text } : t
                    ),
                ],
            },
            _ => this,
        };
}
