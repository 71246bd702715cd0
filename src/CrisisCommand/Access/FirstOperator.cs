using CrisisCommand.Klo.Plans;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>
/// A fresh production system has nobody who may do anything, hence nobody who could let anybody in: the person that the setting
/// <c>Access:FirstOperator</c> names (the <c>sub</c> of their token) gets the role of operations at start, once for each realm, and while no
/// plan says who leads: from then on operators are made by those who answer for the organisation, not by who can edit a setting.
/// </summary>
public sealed class FirstOperator(
    CommandHandler handler,
    AdoptedPlans adopted,
    Realms realms,
    TimeProvider clock,
    IConfiguration configuration,
    StartWork start,
    ILogger<FirstOperator> log
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        configuration["Access:FirstOperator"] is { Length: > 0 } named
            ? start.Do(() => Let(Key.Parse<PersonId>(named), cancellationToken), cancellationToken)
            : Task.CompletedTask;

    private async Task Let(PersonId person, CancellationToken token)
    {
        foreach (var realm in realms.All)
        {
            var handled = await handler.Carry(
                CommandContext.Internal(realm, clock, "first-operator", "first-operator"),
                new Target(StreamKinds.Person, Person.StreamOf(person), MayBeNew: true),
                (known, plans) => Decide(known.State<Standing>(), person, plans.Any(p => p is { Exists: true })),
                [.. (await adopted.Streams(realm, anew: true, token)).Select(p => new Target(StreamKinds.Plan, p))],
                null,
                token
            );
            if (handled is Handled.Refused)
            {
                log.LogWarning(
                    "Access:FirstOperator names {Person}, but {Realm} has a leader by plan: nothing was granted.",
                    person,
                    realm
                );
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only for whoever nobody has registered yet: a role revoked later stays revoked, whatever the setting says.</summary>
    /// <param name="led">Whether a plan says who leads.</param>
    public static Outcome Decide(Standing standing, PersonId person, bool led) =>
        standing.IsKnown ? Outcome.Nothing
        : led ? AccessRefusals.LedAlready
        : Outcome.Happened(
            new PersonRegistered(person, CommittedText.Commit(person.Value), null, null, null),
            new RoleGranted(person, StandingRole.Operations, RoleReach.Realm)
        );
}
