using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Summoning;

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
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/presence", Post)
            .Command("AnswerCall", "Klo", KloCapabilities.AnswerSummons);

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
            s => AnswerCall.Decide(s.State<KloActivation>(), function, command.Context.By),
            token: token
        );
}
