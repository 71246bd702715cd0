using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>The person to whom a function was offered does not take it; the holder keeps it.</summary>
public sealed record RefuseHandover(CommittedText Why)
{
    public Outcome Decide(KloActivation klo, FunctionKey function, PersonId by) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : post.Handover is not { } offered ? KloRefusals.NoHandover.With(function.Value)
        : by != offered.To ? KloRefusals.NotAddressed.With(function.Value, offered.To.Value)
        : Outcome.Happened(new HandoverDeclined(function, offered.From, offered.To, Why));
}

public static class RefuseHandoverEndpoint
{
    public static void MapRefuseHandover(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/functions/{function}/handover/refusal", Post)
            .Command("RefuseHandover", "Klo", KloCapabilities.AnswerHandover);

    private static Task<IResult> Post(
        Command<RefuseHandover> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<KloActivation>(), function, command.Context.By),
            token: token
        );
}
