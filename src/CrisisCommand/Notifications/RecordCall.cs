using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Notifications;

/// <summary>The operator has called the person of a notice. Each call is a fact; who was reached is reached.</summary>
public sealed record RecordCall(CallOutcome Outcome)
{
    public Outcome Decide(Notice notice) =>
        Outcome == CallOutcome.Reached && notice.IsReached
            ? Platform.Texts.Outcome.Nothing
            : Platform.Texts.Outcome.Happened(new NoticeCalled(Outcome));
}

public static class RecordCallEndpoint
{
    public static void MapRecordCall(this IEndpointRouteBuilder api) =>
        api.MapPost("/notices/{noticeId:guid}/call", Post).Command("RecordCall", "Notifications", NotificationsCapabilities.RecordNotice);

    private static Task<IResult> Post(Command<RecordCall> command, Guid noticeId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Context, StreamKinds.Notice, noticeId, s => command.Content.Decide(s.State<Notice>()), token: token);
}
