using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>
/// A deputy takes the crisis leader's function while its holder is silent: whoever was summoned since then, in the order in which they are
/// summoned. Any other function passes by handover, which the leader may offer in its holder's name.
/// </summary>
public static class TakeOver
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId by) =>
        klo.RefuseTakeover(function, by) is { } refusal ? refusal
        : klo.Post(function) is { Holder: { } holder } post && holder != by
            ? Outcome.Happened(new FunctionTakenOver(function, holder, by, post.MandateOf(by)))
        : Outcome.Nothing;
}

public static class TakeOverEndpoint
{
    public static void MapTakeOver(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/takeover", Post).Command("TakeOver", "Klo", KloCapabilities.TakeOver);

    private static Task<IResult> Post(
        Command<NoContent> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => TakeOver.Decide(s.State<KloActivation>(), function, command.Context.By),
            token: token
        );
}
