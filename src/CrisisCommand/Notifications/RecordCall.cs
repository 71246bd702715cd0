using CrisisCommand.Platform;

namespace CrisisCommand.Notifications;

/// <summary>The operator has called the person of a notice. Each call is a fact; who was reached is reached.</summary>
public sealed record RecordCall(CallOutcome Outcome)
{
    public Outcome Decide(Notice notice) =>
        Outcome == CallOutcome.Reached && notice.IsReached
            ? Platform.Outcome.Nothing
            : Platform.Outcome.Happened(new NoticeCalled(Outcome));
}

public static class RecordCallEndpoint
{
    public static void MapRecordCall(this IEndpointRouteBuilder api) =>
        api.MapPost("/notices/{noticeId:guid}/call", Post).Command("RecordCall", "Notifications", Capability.RecordNotice);

    private static Task<IResult> Post(Command<RecordCall> command, Guid noticeId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Envelope, StreamKinds.Notice, noticeId, s => command.Content.Decide(s.State<Notice>()), token: token);
}
