using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo.Staffing;

/// <summary>The holder of a function may decide on their own within a scope. A new delegation replaces the one before.</summary>
public sealed record DelegateDecisions(CommittedText Scope, DateTimeOffset? Until = null)
{
    /// <param name="opened">The words of the delegation that holds so far: the same words are committed to anew in every request.</param>
    public Outcome Decide(KloActivation klo, FunctionKey function, Func<CommittedText, string?> opened, DateTimeOffset now) =>
        klo.IsStoodDown ? KloRefusals.StoodDown
        : klo.Post(function) is not { } post ? KloRefusals.UnknownFunction.With(function.Value)
        : function == FunctionKey.CrisisLeader ? EnduranceRefusals.LeaderDecides
        : post.Delegation is { } standing && standing.Until == Until && Says(standing.Scope, opened) ? Outcome.Nothing
        : Until <= now ? EnduranceRefusals.DelegationInThePast
        : Outcome.Happened(new DecisionsDelegated(function, Scope, Until));

    private bool Says(CommittedText standing, Func<CommittedText, string?> opened) =>
        standing == Scope || (Scope.Words is { } words && opened(standing) == words);
}

public static class DelegateDecisionsEndpoint
{
    public static void MapDelegateDecisions(this IEndpointRouteBuilder api) =>
        api.MapPut("/crises/{crisisId:guid}/functions/{function}/delegation", Put)
            .Command("DelegateDecisions", "Klo", KloCapabilities.DelegateDecisions);

    private static async Task<IResult> Put(
        Command<DelegateDecisions> command,
        Guid crisisId,
        FunctionKey function,
        CommandHandler handler,
        Journals journals,
        Openings openings,
        CancellationToken token
    )
    {
        var (delegation, context) = (command.Content, command.Context);
        var crisis = await journals.Load(context.Realm, StreamKinds.Crisis, crisisId, token);
        CommittedText[] standing = crisis?.State<KloActivation>().Post(function)?.Delegation is { } holds ? [holds.Scope] : [];
        var read = await openings.OpenForHouse(context.Realm, standing, token);
        return await handler.Handle(
            context,
            StreamKinds.Crisis,
            crisisId,
            s => delegation.Decide(s.State<KloActivation>(), function, t => read.GetValueOrDefault(t.Commitment), context.Now),
            token: token
        );
    }
}
