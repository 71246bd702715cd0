using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Access;

/// <summary>
/// A fresh production system has nobody who may do anything, hence nobody who could let anybody in: the person that the setting
/// <c>Access:FirstOperator</c> names (the <c>sub</c> of their token) gets the role of operations at start, once for each realm.
/// </summary>
public sealed class FirstOperator(CommandHandler handler, Realms realms, TimeProvider clock, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Access:FirstOperator"] is not { Length: > 0 } named)
        {
            return;
        }

        var person = Key.Parse<PersonId>(named);
        foreach (var realm in realms.All)
        {
            await handler
                .Carry(
                    Envelope.Internal(realm, clock, "first-operator", "first-operator"),
                    new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: true),
                    (known, _) => Decide(known.State<Standing>(), person),
                    [],
                    null,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only for whoever nobody has registered yet: a role revoked later stays revoked, whatever the setting says.</summary>
    public static Outcome Decide(Standing standing, PersonId person) =>
        standing.IsKnown
            ? Outcome.Nothing
            : Outcome.Happened(
                new PersonRegistered(person, CommittedText.Commit(person.Value), null, null, null),
                new RoleGranted(person, StandingRole.Operations, RoleReach.Realm)
            );
}
