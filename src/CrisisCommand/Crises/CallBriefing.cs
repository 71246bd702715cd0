using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

/// <summary>The staff is called to its next briefing (stabsorientering). There is one next briefing: another time replaces the one before.</summary>
public sealed record CallBriefing(DateTimeOffset At, CommittedText? Place = null, CommittedText? Agenda = null)
{
    public Outcome Decide(Crisis crisis, DateTimeOffset now) =>
        crisis.IsStoodDown ? CrisisRefusals.StoodDown
        : crisis.Briefing is { } known && (known.At, known.Place, known.Agenda) == (At, Place, Agenda) ? Outcome.Nothing
        : At < now - Clock.Tolerance ? CrisisRefusals.BriefingInThePast
        : Outcome.Happened(new StaffBriefingCalled(At, Place, Agenda));
}

public static class CallBriefingEndpoint
{
    public static void MapCallBriefing(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/briefings", Post).Command("CallBriefing", "Crises", CrisesCapabilities.CallBriefing);

    private static Task<IResult> Post(Command<CallBriefing> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<Crisis>(), command.Context.Now),
            token: token
        );
}
