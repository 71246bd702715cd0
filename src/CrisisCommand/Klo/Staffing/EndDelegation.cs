using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>The holder of a function no longer decides on their own.</summary>
public static class EndDelegation
{
    public static Outcome Decide(KloActivation klo, FunctionKey function) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : function == FunctionKey.CrisisLeader ? EnduranceRefusals.LeaderDecides
        : post.Delegation is null ? Outcome.Nothing
        : Outcome.Happened(new DelegationEnded(function));
}

public static class EndDelegationEndpoint
{
    public static void MapEndDelegation(this IEndpointRouteBuilder api) =>
        api.MapDelete("/crises/{crisisId:guid}/functions/{function}/delegation", Delete)
            .Command("EndDelegation", "Klo", KloCapabilities.DelegateDecisions);

    private static Task<IResult> Delete(
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
            s => EndDelegation.Decide(s.State<KloActivation>(), function),
            token: token
        );
}
