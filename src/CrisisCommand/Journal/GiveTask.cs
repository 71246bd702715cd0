using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Journal;

/// <summary>A function of the KLO is asked to do something, perhaps to carry out a decision.</summary>
public sealed record GiveTask(CommittedText Text, FunctionKey Function, DateTimeOffset? DueAt = null, int? DecisionNumber = null)
{
    /// <param name="task">The id of the task to be.</param>
    public Outcome Decide(LogBook log, Guid task) =>
        log.IsStoodDown ? JournalRefusals.StoodDown
        : !log.Functions.Contains(Function) ? JournalRefusals.UnknownFunction.With(Function.Value)
        : DecisionNumber is { } number && (number < 1 || number > log.Decisions) ? JournalRefusals.UnknownDecision.With($"{number}")
        : Outcome.Happened(new TaskGiven(task, Text, Function, DueAt, DecisionNumber));
}

public sealed record TaskCreated(Guid TaskId, Guid EventId);

public static class GiveTaskEndpoint
{
    public static void MapGiveTask(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/tasks", Post)
            .Command("GiveTask", "Journal", JournalCapabilities.GiveTask)
            .Created<TaskCreated>();

    private static Task<IResult> Post(
        Command<GiveTask> command,
        Guid crisisId,
        CommandHandler handler,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var task = Ids.New(clock);
        return handler.Handle(
            command.Context.Demanding(_ => (JournalCapabilities.GiveTask, command.Content.Function)),
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), task),
            facts => handler.Created(new TaskCreated(task, facts[0].EventId)),
            token
        );
    }
}
