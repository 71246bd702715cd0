using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>The person to whom a function was offered takes it over, and holds it from that moment.</summary>
public static class AcceptHandover
{
    public static Outcome Decide(KloActivation klo, FunctionKey function, PersonId by) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Handover is not { } offered ? KloRefusals.NoHandover.With(function.Value)
        : by != offered.To ? KloRefusals.NotAddressed.With(function.Value, offered.To.Value)
        : Outcome.Happened(new HandoverAccepted(function, offered.From, offered.To, post.MandateOf(offered.To)));
}

public static class AcceptHandoverEndpoint
{
    public static void MapAcceptHandover(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/handover/acceptance", Post)
            .Command("AcceptHandover", "Klo", KloCapabilities.AnswerHandover);

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
            s => AcceptHandover.Decide(s.State<KloActivation>(), function, command.Context.By),
            token: token
        );
}
