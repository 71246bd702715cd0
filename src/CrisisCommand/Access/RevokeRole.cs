using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>A person no longer has a standing role: from their next command on. What was only proposed is dropped.</summary>
public static class RevokeRole
{
    public static Outcome Decide(Standing standing, PersonId person, StandingRole role, PersonId by) =>
        by == person ? AccessRefusals.NotOneself
        : !standing.Roles.ContainsKey(role)
            ? standing.Proposals.ContainsKey(role) ? Outcome.Happened(new RoleProposalDropped(person, role))
                : AccessRefusals.NoSuchRole.With(person.Value, role.ToString())
        : Outcome.Happened(new RoleRevoked(person, role));
}

public static class RevokeRoleEndpoint
{
    public static void MapRevokeRole(this IEndpointRouteBuilder api) =>
        api.MapDelete("/persons/{person}/roles/{role}", Delete).Command("RevokeRole", "Access", AccessCapabilities.GrantRole);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        PersonId person,
        string role,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Person,
            Person.StreamOf(person),
            s =>
                RoleOf(role) is { } named
                    ? RevokeRole.Decide(s.State<Standing>(), person, named, command.Context.By)
                    : AccessRefusals.NoSuchRole.With(person.Value, role),
            token: token
        );

    /// <summary>A role as an address names it, in kebab-case; null where there is none of that name.</summary>
    public static StandingRole? RoleOf(string role) =>
        Enum.GetValues<StandingRole>()
            .Select(r => (StandingRole?)r)
            .FirstOrDefault(r => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{r}") == role);
}
