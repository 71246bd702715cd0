using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>The holder who was called is there. Any other act of theirs says so too.</summary>
public static class AnswerCall
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId by) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Holder != by ? KloRefusals.NotHolder.As("call").With(function.Value, by.Value)
        : post is { Call: null, HolderSilentSince: null } ? Outcome.Nothing
        : Outcome.Happened(new HolderAnswered(function, by));
}

public static class AnswerCallEndpoint
{
    public static void MapAnswerCall(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/presence", Post).Command("AnswerCall", "Klo", Capability.AnswerSummons);

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
            s => AnswerCall.Decide(s.State<KloActivation>(), function, command.Envelope.By),
            token: token
        );
}
