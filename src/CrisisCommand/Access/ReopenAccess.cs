using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>Somebody who was shut out is let in again, with the roles that they had.</summary>
public sealed record ReopenAccess(CommittedText Why)
{
    public Outcome Decide(Standing standing, PersonId person) =>
        standing.IsClosed ? Outcome.Happened(new AccessReopened(person, Why)) : Outcome.Nothing;
}

public static class ReopenAccessEndpoint
{
    public static void MapReopenAccess(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/access-reopening", Post).Command("ReopenAccess", "Access", Capability.GrantRole);

    private static Task<IResult> Post(Command<ReopenAccess> command, PersonId person, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Person,
            Person.StreamOf(person),
            s => command.Content.Decide(s.State<Standing>(), person),
            token: token
        );
}
