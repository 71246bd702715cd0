using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Journal;

/// <summary>A task is reported done.</summary>
public sealed record CompleteTask(CommittedText Text)
{
    public Outcome Decide(LogBook log, Guid task) =>
        log.IsStoodDown ? JournalRefusals.StoodDown
        : !log.Tasks.TryGetValue(task, out var known) ? JournalRefusals.UnknownTask.With(task.ToString())
        : known.Done ? JournalRefusals.TaskDone
        : Outcome.Happened(new TaskDone(task, Text));
}

public static class CompleteTaskEndpoint
{
    public static void MapCompleteTask(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/tasks/{taskId:guid}/done", Post)
            .Command("CompleteTask", "Journal", JournalCapabilities.CompleteTask)
            .OrElse(JournalCapabilities.WriteJournal);

    private static Task<IResult> Post(
        Command<CompleteTask> command,
        Guid crisisId,
        Guid taskId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context.Demanding(s =>
                s.State<LogBook>().Tasks.TryGetValue(taskId, out var known)
                    ? (JournalCapabilities.CompleteTask, known.Function)
                    : (JournalCapabilities.WriteJournal, null)
            ),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), taskId),
            token: token
        );
}
