using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// A role that somebody proposed is granted by another person who answers for the organisation: neither by who proposed it nor by who gets it.
/// </summary>
public static class ConfirmRole
{
    public static Outcome Decide(Standing standing, PersonId person, StandingRole role, PersonId by) =>
        by == person ? AccessRefusals.NotOneself
        : standing.Proposals.TryGetValue(role, out var proposal)
            ? proposal.By == by ? AccessRefusals.SecondPerson
                : Outcome.Happened(new RoleGranted(person, role, proposal.Reach))
        : standing.Roles.ContainsKey(role) ? Outcome.Nothing
        : AccessRefusals.NoProposal.With(person.Value, role.ToString());
}

public static class ConfirmRoleEndpoint
{
    public static void MapConfirmRole(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/roles/{role}/confirmation", Post).Command("ConfirmRole", "Access", AccessCapabilities.ConfirmGrant);

    private static Task<IResult> Post(
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
                RevokeRoleEndpoint.RoleOf(role) is { } named
                    ? ConfirmRole.Decide(s.State<Standing>(), person, named, command.Context.By)
                    : AccessRefusals.NoProposal.With(person.Value, role),
            token: token
        );
}
