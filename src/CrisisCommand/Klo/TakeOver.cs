using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>
/// A deputy takes the crisis leader's function while its holder is silent: whoever was summoned since then, in the order in which they are
/// summoned. Any other function passes by handover, which the leader may offer in its holder's name.
/// </summary>
public static class TakeOver
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId by) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : function != FunctionKey.CrisisLeader ? KloRefusals.OnlyLeaderTakenOver.With(function.Value)
        : post.Holder is not { } holder ? KloRefusals.NotStaffed.As("takeover").With(function.Value)
        : holder == by ? Outcome.Nothing
        : post.HolderSilentSince is null ? KloRefusals.HolderNotSilent.With(function.Value, holder.Value)
        : post.IsSought(by) ? Outcome.Happened(new FunctionTakenOver(function, holder, by, post.MandateOf(by)))
        : post.CallOrder.Contains(by) ? KloRefusals.NotYourTurn.With(function.Value, by.Value)
        : KloRefusals.NotDeputy.With(function.Value, by.Value);
}

public static class TakeOverEndpoint
{
    public static void MapTakeOver(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/takeover", Post).Command("TakeOver", "Klo", Capability.TakeOver);

    private static Task<IResult> Post(
        Command<NoContent> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Crisis,
            crisisId,
            s => TakeOver.Decide(s.State<KloActivation>(), function, command.Envelope.By),
            token: token
        );
}
