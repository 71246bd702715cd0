using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>Somebody has left, or their means of signing in are in wrong hands: nothing is let through for them any more.</summary>
public sealed record CloseAccess(CommittedText Why)
{
    /// <param name="signIns">The person's sessions, which end with it: an old cookie is none after a reopening either.</param>
    /// <param name="last">Whether the person is the last who leads by plan and is not shut out.</param>
    public Outcome Decide(Standing standing, PersonId person, PersonId by, SignIns signIns, bool last) =>
        by == person ? AccessRefusals.NotOneself
        : standing.IsClosed ? Outcome.Nothing
        : last ? AccessRefusals.LastLeader.With(person.Value)
        : signIns.Sessions.IsEmpty ? Outcome.Happened(new AccessClosed(person, Why))
        : Outcome.Happened(new AccessClosed(person, Why)).AndIn(SignIns.StreamOf(person), new SignedOutEverywhere(person));
}

public static class CloseAccessEndpoint
{
    public static void MapCloseAccess(this IEndpointRouteBuilder api) =>
        api.MapPost("/persons/{person}/access-closure", Post).Command("CloseAccess", "Access", AccessCapabilities.GrantRole);

    private static async Task<IResult> Post(
        Command<CloseAccess> command,
        PersonId person,
        CommandHandler handler,
        Journals journals,
        CancellationToken token
    )
    {
        var context = command.Context;
        var plan = await journals.Known(context.Realm, StreamKinds.Plan, KloPlan.StreamOf(PlanName.Normal), refresh: true, token);
        var leaders = plan.State<KloPlan>().Leaders;
        return await handler.Handle(
            context,
            new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: false),
            (s, others) =>
                command.Content.Decide(
                    s.State<Standing>(),
                    person,
                    context.By,
                    others[0]!.State<SignIns>(),
                    leaders.Contains(person) && !others.Skip(1).Any(IsIn)
                ),
            [
                // Sessions are of the live realm: whoever is shut out of an exercise stays signed in.
                new Target(StreamKinds.SignIns, SignIns.StreamOf(person), MayBeNew: true),
                .. leaders.Where(l => l != person).Select(l => new Target(StreamKinds.Person, Person.StreamOf(l), MayBeNew: true)),
            ],
            token: token
        );
    }

    private static bool IsIn(StreamSnapshot? leader) => leader?.State<Standing>() is { Kind: SubjectKind.Person, IsClosed: false };
}
