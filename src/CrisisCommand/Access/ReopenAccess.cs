using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// Somebody who was shut out is let in again, with the roles that they had. That gives those anew, so it is done by who may give them all; a
/// place in an adopted plan is given by who answers for the organisation.
/// </summary>
public sealed record ReopenAccess(CommittedText Why)
{
    /// <param name="mayGive">Whether who does it may give a role that the person had, alone.</param>
    /// <param name="planned">Whether an adopted plan names the person, and who does it may not give that.</param>
    public Outcome Decide(Standing standing, PersonId person, Func<StandingRole, bool> mayGive, bool planned) =>
        !standing.IsClosed ? Outcome.Nothing
        : planned || standing.Roles.Keys.Any(r => !mayGive(r)) ? AccessRefusals.BeyondOwn.With(person.Value)
        : Outcome.Happened(new AccessReopened(person, Why));
}

public static class ReopenAccessEndpoint
{
    public static void MapReopenAccess(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/access-reopening", Post).Command("ReopenAccess", "Access", AccessCapabilities.ReopenAccess);

    private static async Task<IResult> Post(
        Command<ReopenAccess> command,
        PersonId person,
        CommandHandler handler,
        AccessGuard guard,
        CancellationToken token
    )
    {
        var (reopen, context) = (command.Content, command.Context);
        return await handler.Handle(
            context,
            new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: false),
            (s, grounds) =>
                reopen.Decide(
                    s.State<Standing>(),
                    person,
                    role => guard.MayGive(context, grounds, role),
                    Names(grounds, person) && !guard.MayConfirm(context, grounds)
                ),
            await guard.GroundsOutside(context, token),
            token: token
        );
    }

    private static bool Names(IReadOnlyList<StreamSnapshot?> grounds, PersonId person) =>
        grounds.OfType<StreamSnapshot>().Any(g => g.Kind == StreamKinds.Plan && g.State<KloPlan>().Names(person));
}
