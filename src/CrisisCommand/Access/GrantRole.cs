using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// A person gets a standing role, in this realm only. Granted anew with another reach, the last one holds. What gives more than its granter
/// holds is proposed, and waits for one who answers for the organisation (ops/decisions/0011).
/// </summary>
/// <param name="Reach">Absent: every crisis of the realm.</param>
public sealed record GrantRole(StandingRole Role, RoleReach Reach = RoleReach.Realm)
{
    /// <param name="suffices">Whether the granter may give all of it alone.</param>
    public Outcome Decide(Standing standing, PersonId person, PersonId by, bool suffices) =>
        by == person ? AccessRefusals.NotOneself
        : standing.IsMachine ? AccessRefusals.NoPerson.With(person.Value)
        : Role == StandingRole.AlarmSender ? AccessRefusals.NotForPersons
        : standing.Roles.TryGetValue(Role, out var held) && held.Reach == Reach ? Outcome.Nothing
        : suffices ? Outcome.Happened(new RoleGranted(person, Role, Reach))
        : standing.Proposals.TryGetValue(Role, out var waits) && waits.Reach == Reach
            ? AccessRefusals.ProposalWaits.With(person.Value, waits.By.Value)
        : Outcome.Happened(new RoleProposed(person, Role, Reach));
}

/// <summary>A grant that one person alone does not give.</summary>
/// <param name="Confirmation">Where another person confirms it.</param>
public sealed record GrantProposed(string State, PersonId Person, StandingRole Role, RoleReach Reach, string Confirmation, string Detail);

public static class GrantRoleEndpoint
{
    public static void MapGrantRole(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/roles", Post)
            .Command("GrantRole", "Access", AccessCapabilities.GrantRole)
            .Produces<GrantProposed>(StatusCodes.Status202Accepted);

    private static async Task<IResult> Post(
        Command<GrantRole> command,
        PersonId person,
        CommandHandler handler,
        AccessGuard guard,
        CancellationToken token
    )
    {
        var (grant, context) = (command.Content, command.Context);
        return await handler.Handle(
            context,
            new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: false),
            (s, grounds) => grant.Decide(s.State<Standing>(), person, context.By, guard.MayGive(context, grounds, grant.Role)),
            await guard.GroundsOutside(context, token),
            facts =>
                facts.Any(f => f.Event is RoleProposed)
                    ? handler.Created(Proposed(context, person, grant)) with
                    {
                        Status = StatusCodes.Status202Accepted,
                    }
                    : new Answer(StatusCodes.Status204NoContent),
            token
        );
    }

    private static GrantProposed Proposed(CommandContext context, PersonId person, GrantRole grant)
    {
        var role = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(grant.Role.ToString());
        var where = $"/api/{context.Realm}/persons/{person}/roles/{role}/confirmation";
        return new("proposed", person, grant.Role, grant.Reach, where, new Words(context.Culture).Say("access.proposed"));
    }
}
