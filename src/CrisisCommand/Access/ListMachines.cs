using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Marten;

namespace CrisisCommand.Access;

/// <summary>A machine, as last registered.</summary>
/// <param name="Phone">Of those who keep it, E.164.</param>
/// <param name="Closed">Whether it is shut out.</param>
public sealed record MachineShown(PersonId Id, string Name, string? Phone, bool Closed, IReadOnlyList<KeyShown> Keys);

/// <summary>Reads machines with their keys, of which nothing is known but the digest.</summary>
public sealed class MachineReading(IDocumentStore store, Journals journals, Speaker speaker)
{
    public async Task<IReadOnlyList<MachineShown>> All(Reader reader, CancellationToken token)
    {
        await using var session = store.QuerySession(reader.Realm.Name);
        var machines = await session.Query<Person>().Where(p => p.IsMachine).ToListAsync(token);
        var known = new List<(Person Machine, Standing Standing)>();
        foreach (var machine in machines.OrderBy(m => m.Key.Value, StringComparer.Ordinal))
        {
            known.Add((machine, (await StandingOf(reader.Realm, machine.Key, token))!));
        }

        return await speaker.Say<IReadOnlyList<MachineShown>>(
            reader,
            words => [.. known.Select(k => Show(k.Machine, k.Standing, words))],
            token
        );
    }

    private static MachineShown Show(Person machine, Standing standing, Words words) =>
        new(
            machine.Key,
            words.Text(machine.Name),
            machine.Phone is { } number ? words.Text(number) : null,
            standing.IsClosed,
            KeyShown.Of(standing)
        );

    /// <summary>Null where there is no such machine.</summary>
    public async Task<Standing?> StandingOf(Realm realm, PersonId machine, CancellationToken token) =>
        (await journals.Load(realm, StreamKinds.Person, Person.StreamOf(machine), token))?.State<Standing>() is { IsMachine: true } standing
            ? standing
            : null;
}

public static class ListMachinesEndpoint
{
    /// <summary>The machines of the realm with their keys, by id: a handful.</summary>
    public static void MapListMachines(this IEndpointRouteBuilder api) =>
        api.MapGet("/machines", Get).Read<IReadOnlyList<MachineShown>>("ListMachines", "Access", AccessCapabilities.ReadAccess);

    private static async Task<IResult> Get(HttpContext http, MachineReading reading, CancellationToken token) =>
        TypedResults.Ok(await reading.All(Reader.Of(http), token));
}
