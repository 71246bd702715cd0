using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>A person gets a standing role, in this realm only. Granted anew with another reach, the last one holds.</summary>
/// <param name="Reach">Absent: every crisis of the realm.</param>
public sealed record GrantRole(StandingRole Role, RoleReach Reach = RoleReach.Realm)
{
    public Outcome Decide(Standing standing, PersonId person, PersonId by) =>
        by == person ? AccessRefusals.NotOneself
        : standing.Roles.TryGetValue(Role, out var reach) && reach == Reach ? Outcome.Nothing
        : Outcome.Happened(new RoleGranted(person, Role, Reach));
}

public static class GrantRoleEndpoint
{
    public static void MapGrantRole(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/roles", Post).Command("GrantRole", "Access", Capability.GrantRole);

    private static Task<IResult> Post(Command<GrantRole> command, PersonId person, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Person,
            Person.StreamOf(person),
            s => command.Content.Decide(s.State<Standing>(), person, command.Envelope.By),
            token: token
        );
}
