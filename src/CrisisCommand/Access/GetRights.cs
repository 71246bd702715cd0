using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Access;

/// <summary>Who has which right, since when and from whom; what waits to be confirmed; the machines; what was changed last.</summary>
/// <param name="Closed">Who is shut out.</param>
/// <param name="Changes">The newest first.</param>
public sealed record RightsShown(
    IReadOnlyList<RoleShown> Roles,
    IReadOnlyList<RoleShown> Proposals,
    IReadOnlyList<PersonId> Closed,
    IReadOnlyList<MachineShown> Machines,
    IReadOnlyList<ChangeShown> Changes
);

/// <param name="By">Who granted or proposed it.</param>
public sealed record RoleShown(PersonId Person, string? Name, StandingRole Role, RoleReach Reach, DateTimeOffset Since, PersonId By);

public sealed record ChangeShown(Guid EventId, PersonId Subject, DateTimeOffset At, PersonId By, string Words);

/// <summary>Reads what every subject's stream says of its rights.</summary>
public sealed class RightsReading(IDocumentStore store, Journals journals, Speaker speaker, MachineReading machines)
{
    private const int MostChanges = 50;

    public async Task<RightsShown> Of(Reader reader, CancellationToken token)
    {
        var all = await Standings(reader.Realm, token);
        var known = await machines.All(reader, token);
        return await speaker.Say(reader, words => Show(all, known, words), token);
    }

    private static RightsShown Show(IReadOnlyList<(PersonId Id, Standing Standing)> all, IReadOnlyList<MachineShown> machines, Words words)
    {
        RoleShown Shown(PersonId person, StandingRole role, RoleReach reach, DateTimeOffset since, PersonId by) =>
            new(person, words.NameOf(person), role, reach, since, by);
        return new(
            [.. all.SelectMany(s => s.Standing.Roles, (s, r) => Shown(s.Id, r.Key, r.Value.Reach, r.Value.Since, r.Value.By))],
            [.. all.SelectMany(s => s.Standing.Proposals, (s, p) => Shown(s.Id, p.Key, p.Value.Reach, p.Value.At, p.Value.By))],
            [.. all.Where(s => s.Standing.IsClosed).Select(s => s.Id)],
            machines,
            [.. Changes(all, words)]
        );
    }

    private async Task<IReadOnlyList<(PersonId Id, Standing Standing)>> Standings(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var standings = new List<(PersonId, Standing)>();
        foreach (var id in await session.Query<Person>().Select(p => p.Id).ToListAsync(token))
        {
            var stream = await journals.Known(realm, StreamKinds.Person, id, refresh: true, token);
            standings.Add((stream.State<Person>().Key, stream.State<Standing>()));
        }

        return [.. standings.OrderBy(s => s.Item1.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<ChangeShown> Changes(IReadOnlyList<(PersonId Id, Standing Standing)> all, Words words) =>
        all.SelectMany(s => s.Standing.Changes, (s, f) => (s.Id, Fact: f))
            .OrderByDescending(c => c.Fact.RecordedAt)
            .ThenByDescending(c => c.Fact.Version)
            .Take(MostChanges)
            .Select(c => new ChangeShown(c.Fact.EventId, c.Id, c.Fact.RecordedAt, c.Fact.By, c.Fact.Event.InWords(words)));
}

public static class GetRightsEndpoint
{
    public static void MapGetRights(this IEndpointRouteBuilder api) =>
        api.MapGet("/access/rights", Get).Read<RightsShown>("GetRights", "Access", AccessCapabilities.ReadAccess);

    private static async Task<IResult> Get(HttpContext http, RightsReading reading, CancellationToken token) =>
        TypedResults.Ok(await reading.Of(Reader.Of(http), token));
}
