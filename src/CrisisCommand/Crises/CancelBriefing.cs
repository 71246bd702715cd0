using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

/// <summary>The next staff briefing is not held. One whose time has come was held, as far as anybody can tell.</summary>
public sealed record CancelBriefing(CommittedText Why)
{
    public Outcome Decide(Crisis crisis, DateTimeOffset now) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : crisis.Briefing is not { } next || next.At <= now ? CrisisRefusals.NoBriefing
        : Outcome.Happened(new StaffBriefingCancelled(next.At, Why));
}

public static class CancelBriefingEndpoint
{
    public static void MapCancelBriefing(this IEndpointRouteBuilder api) =>
        api.MapDelete("/crises/{crisisId:guid}/briefings/next", Delete)
            .Command("CancelBriefing", "Crises", CrisesCapabilities.CallBriefing);

    private static Task<IResult> Delete(Command<CancelBriefing> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<Crisis>(), command.Context.Now),
            token: token
        );
}
