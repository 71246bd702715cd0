using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>A person no longer has a standing role: from their next command on.</summary>
public static class RevokeRole
{
    public static Outcome Decide(Standing standing, PersonId person, StandingRole role, PersonId by) =>
        by == person ? AccessRefusals.NotOneself
        : !standing.Roles.ContainsKey(role) ? AccessRefusals.NoSuchRole.With(person.Value, role.ToString())
        : Outcome.Happened(new RoleRevoked(person, role));
}

public static class RevokeRoleEndpoint
{
    public static void MapRevokeRole(this IEndpointRouteBuilder api) =>
        api.MapDelete("/persons/{person}/roles/{role}", Delete).Command("RevokeRole", "Access", Capability.GrantRole);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        PersonId person,
        string role,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Person,
            Person.StreamOf(person),
            s =>
                Enum.TryParse<StandingRole>(role.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var named)
                    ? RevokeRole.Decide(s.State<Standing>(), person, named, command.Envelope.By)
                    : AccessRefusals.NoSuchRole.With(person.Value, role),
            token: token
        );
}
