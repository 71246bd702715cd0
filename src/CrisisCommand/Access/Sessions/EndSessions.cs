using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Access.Sessions;

/// <summary>Every session of a person is over, on every node: one's own, or, by operations, those of somebody whose phone is lost.</summary>
public static class EndSessions
{
    public static Outcome Decide(SignIns signIns, PersonId person) =>
        signIns.Sessions.IsEmpty ? Outcome.Nothing : Outcome.Happened(new SignedOutEverywhere(person));
}

public static class EndSessionsEndpoint
{
    public static void MapEndSessions(this IEndpointRouteBuilder api) =>
        api.MapDelete("/persons/{person}/sessions", Delete)
            .Command("EndSessions", "Access", AccessCapabilities.EndSessions)
            .OrElse(ReferenceCapabilities.ReadReference);

    /// <summary>Sessions are of the live realm, and so is the right to end them, whichever realm it is asked for in.</summary>
    private static Task<IResult> Delete(Command<NoContent> command, PersonId person, CommandHandler handler, CancellationToken token)
    {
        var sent = command.Context with { Realm = Realm.Live };
        return handler.Handle(
            person == sent.By ? sent.Demanding(_ => (ReferenceCapabilities.ReadReference, null)) : sent,
            new Target(StreamKinds.SignIns, SignIns.StreamOf(person), MayBeNew: true),
            (s, _) => EndSessions.Decide(s.State<SignIns>(), person),
            [],
            token: token
        );
    }
}
