using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

/// <summary>The holder of a function does not seem to be there. Without a sign of life in time they count as silent.</summary>
public static class CallHolder
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId by, DateTimeOffset now, KloTimes times) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Holder is not { } holder ? KloRefusals.NotStaffed.As("call").With(function.Value)
        : holder == by ? KloRefusals.CallsOneself.With(function.Value)
        : post.Call is not null ? Outcome.Nothing
        : post.HolderSilentSince is not null ? KloRefusals.AlreadySilent.With(function.Value, holder.Value)
        : Outcome.Happened(new HolderCalled(function, holder, times.AnswerBy(post.AnswerWithinMinutes, now)));
}

public static class CallHolderEndpoint
{
    public static void MapCallHolder(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/call", Post).Command("CallHolder", "Klo", KloCapabilities.TakeOver);

    private static Task<IResult> Post(
        Command<NoContent> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        KloTimes times,
        CancellationToken token
    )
    {
        var context = command.Context;
        return handler.Handle(
            context,
            StreamKinds.Crisis,
            crisisId,
            s => CallHolder.Decide(s.State<KloActivation>(), function, context.By, context.Now, times),
            token: token
        );
    }
}
