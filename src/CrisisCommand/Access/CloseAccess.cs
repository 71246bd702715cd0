using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Somebody has left, or their means of signing in are in wrong hands: nothing is let through for them any more.</summary>
public sealed record CloseAccess(CommittedText Why)
{
    public Outcome Decide(Standing standing, PersonId person, PersonId by) =>
        by == person ? AccessRefusals.NotOneself
        : standing.IsClosed ? Outcome.Nothing
        : Outcome.Happened(new AccessClosed(person, Why));
}

public static class CloseAccessEndpoint
{
    public static void MapCloseAccess(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/access-closure", Post).Command("CloseAccess", "Access", Capability.GrantRole);

    private static Task<IResult> Post(Command<CloseAccess> command, PersonId person, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Person,
            Person.StreamOf(person),
            s => command.Content.Decide(s.State<Standing>(), person, command.Envelope.By),
            token: token
        );
}
