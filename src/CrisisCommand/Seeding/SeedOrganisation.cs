using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Seeding;

/// <summary>A person as the start's configuration gives it (section <c>Seed:People</c>).</summary>
/// <param name="Role">A standing role, in kebab-case or as the code has it.</param>
/// <param name="Machine">It is a machine, and no person.</param>
public sealed record SeededPerson(
    string Id,
    string Name,
    string? Title,
    string? Phone,
    string? Email,
    StandingRole? Role = null,
    bool Machine = false
);

public sealed record SeededFunction(FunctionKey Key, string Name, string Mandate, PersonId Holder, ImmutableArray<PersonId> Deputies);

public sealed record SeededPlan(PlanName Name, ImmutableArray<SeededFunction> Functions);

[JsonSerializable(typeof(List<SeededPlan>))]
public sealed partial class SeedingJson : JsonSerializerContext;

/// <summary>
/// Gives a fresh start its organisation, in every realm: the persons of the configuration, the plans of <c>plans.json</c> and the duty
/// rosters of <c>roster-*.ics</c>.
/// </summary>
public sealed class SeedOrganisation(
    CommandHandler handler,
    Realms realms,
    TimeProvider clock,
    IConfiguration configuration,
    StoredEvents stored,
    SeedRosters rosters,
    StartWork start
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => start.Do(() => SeedAll(cancellationToken), cancellationToken);

    private async Task SeedAll(CancellationToken token)
    {
        var people = configuration.GetSection("Seed:People").Get<List<SeededPerson>>() ?? [];
        var plans = await Plans(token);
        foreach (var realm in realms.All)
        {
            await Seed(CommandContext.Internal(realm, clock, "seed", "seed"), people, plans, token);
        }
    }

    private async Task Seed(CommandContext context, List<SeededPerson> people, List<SeededPlan> plans, CancellationToken token)
    {
        // Asked for at once: at every start but the first there is nothing to do, and a start must not wait for it.
        var streams = people.Select(p => Person.StreamOf(new(p.Id))).Concat(plans.Select(p => KloPlan.StreamOf(p.Name)));
        var begun = await stored.Begun(context.Realm, streams, token);
        foreach (var person in people.Where(p => p.Role is not null || p.Machine || !begun.Contains(Person.StreamOf(new(p.Id)))))
        {
            await Begin(context, StreamKinds.Person, Person.StreamOf(new(person.Id)), s => Known(s, person), token);
        }

        foreach (var plan in plans.Where(p => !begun.Contains(KloPlan.StreamOf(p.Name))))
        {
            await Begin(context, StreamKinds.Plan, KloPlan.StreamOf(plan.Name), s => s.Exists ? [] : [Adopted(plan)], token);
        }

        await rosters.Begin(context, token);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Begin(
        CommandContext context,
        string kind,
        Guid stream,
        Func<StreamSnapshot, IEnumerable<IDomainEvent>> missing,
        CancellationToken token
    ) => handler.Carry(context, new Target(kind, stream, MayBeNew: true), (known, _) => Outcome.Happened(missing(known)), [], null, token);

    /// <summary>What is not known of the person yet. A role that somebody has taken away since is not given again.</summary>
    private static IEnumerable<IDomainEvent> Known(StreamSnapshot known, SeededPerson person)
    {
        if (person.Machine)
        {
            // A database from when machines were persons has it as one.
            return !known.Exists || known.State<Standing>().IsOldMachine
                ? [new MachineRegistered(new(person.Id), CommittedText.Commit(person.Name), Text(person.Phone))]
                : [];
        }

        return known.State<Standing>().IsMachine ? [] : KnownPerson(known, person);
    }

    private static IEnumerable<IDomainEvent> KnownPerson(StreamSnapshot known, SeededPerson person)
    {
        if (!known.Exists)
        {
            yield return Registered(person);
        }

        if (person.Role is { } role && !known.State<Standing>().HadRoles)
        {
            yield return new RoleGranted(new(person.Id), role, RoleReach.Realm);
        }
    }

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
        return await JsonSerializer.DeserializeAsync<List<SeededPlan>>(stream, Options, token) ?? [];
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = SeedingJson.Default };
}

public static class SeedingModule
{
    public static void AddSeeding(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<bool>("CrisisCommand:Seed"))
        {
            services.AddSingleton<SeedRosters>();
            services.AddHostedService<SeedOrganisation>();
        }
    }
}
