using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Crises;

/// <summary>The crisis is over and the KLO goes home. Handovers still waiting are void; late entries and corrections are taken.</summary>
public sealed record StandDown(CommittedText Text)
{
    public Outcome Decide(Crisis crisis) => crisis.IsStoodDown ? CrisisRefusals.StoodDown : Outcome.Happened(new KloStoodDown(Text));
}

public static class StandDownEndpoint
{
    public static void MapStandDown(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/stand-down", Post).Command("StandDown", "Crises", Capability.StandDown);

    private static Task<IResult> Post(Command<StandDown> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(command.Envelope, StreamKinds.Crisis, crisisId, s => command.Content.Decide(s.State<Crisis>()), token: token);
}
