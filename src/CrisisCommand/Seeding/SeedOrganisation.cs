using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Seeding;

/// <summary>A person as the start's configuration gives it (section <c>Seed:People</c>).</summary>
/// <param name="Role">A standing role, in kebab-case or as the code has it.</param>
public sealed record SeededPerson(string Id, string Name, string? Title, string? Phone, string? Email, StandingRole? Role = null);

public sealed record SeededFunction(FunctionKey Key, string Name, string Mandate, PersonId Holder, ImmutableArray<PersonId> Deputies);

public sealed record SeededPlan(PlanName Name, ImmutableArray<SeededFunction> Functions);

[JsonSerializable(typeof(List<SeededPlan>))]
public sealed partial class SeedingJson : JsonSerializerContext;

/// <summary>Gives a fresh start its organisation, in every realm: the persons of the configuration and the plans of <c>plans.json</c>.</summary>
public sealed class SeedOrganisation(CommandHandler handler, Realms realms, TimeProvider clock, IConfiguration configuration)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var realm in realms.All)
        {
            var envelope = Envelope.Internal(realm, clock, "seed", "seed");
            foreach (var person in configuration.GetSection("Seed:People").Get<List<SeededPerson>>() ?? [])
            {
                await Begin(envelope, StreamKinds.Person, Person.StreamOf(new(person.Id)), Known(person), cancellationToken)
                    .ConfigureAwait(false);
            }

            foreach (var plan in await Plans(cancellationToken).ConfigureAwait(false))
            {
                await Begin(envelope, StreamKinds.Plan, KloPlan.StreamOf(plan.Name), [Adopted(plan)], cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Begin(Envelope envelope, string kind, Guid stream, IEnumerable<IDomainEvent> first, CancellationToken token) =>
        handler.Carry(
            envelope,
            new Target(kind, stream, MayBeNew: true),
            (known, _) => known.Exists ? Outcome.Nothing : Outcome.Happened(first),
            [],
            null,
            token
        );

    private static IEnumerable<IDomainEvent> Known(SeededPerson person) =>
        person.Role is { } role ? [Registered(person), new RoleGranted(new(person.Id), role, RoleReach.Realm)] : [Registered(person)];

    private static PersonRegistered Registered(SeededPerson person) =>
        new(new(person.Id), CommittedText.Commit(person.Name), Text(person.Title), Text(person.Phone), Text(person.Email));

    private static PlanAdopted Adopted(SeededPlan plan) =>
        new(
            plan.Name,
            [
                .. plan.Functions.Select(f => new PlannedFunction(
                    f.Key,
                    CommittedText.Commit(f.Name),
                    CommittedText.Commit(f.Mandate),
                    f.Holder,
                    f.Deputies
                )),
            ]
        );

    private static CommittedText? Text(string? words) => string.IsNullOrWhiteSpace(words) ? null : CommittedText.Commit(words);

    private static async Task<List<SeededPlan>> Plans(CancellationToken token)
    {
        await using var stream = typeof(SeedOrganisation).Assembly.GetManifestResourceStream("CrisisCommand.Seeding.plans.json")!;
        return await JsonSerializer.DeserializeAsync<List<SeededPlan>>(stream, Options, token).ConfigureAwait(false) ?? [];
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = SeedingJson.Default };
}

public static class SeedingModule
{
    public static void AddSeeding(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<bool>("CrisisCommand:Seed"))
        {
            services.AddHostedService<SeedOrganisation>();
        }
    }
}
