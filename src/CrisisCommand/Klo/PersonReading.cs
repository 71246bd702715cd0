using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Klo;

/// <summary>A person with what they are to do by the adopted plans, and how they are reached.</summary>
public sealed record PersonShown(
    PersonId Id,
    string Name,
    string? Title,
    IReadOnlyList<string> Phones,
    string? Email,
    IReadOnlyList<ChannelShown> Channels,
    IReadOnlyList<PostPlanned> Functions
);

/// <param name="Address">Number (E.164) or e-mail address.</param>
public sealed record ChannelShown(Channel Channel, string Address);

/// <param name="Rank">0: the holder by plan; 1, 2 …: deputies in order.</param>
public sealed record PostPlanned(PlanName Plan, FunctionKey Function, string Name, int Rank);

/// <summary>Reads persons beside the plans that name them.</summary>
public sealed class PersonReading(IDocumentStore store, Journals journals, Speaker speaker)
{
    /// <summary>Everybody who is known in the realm, by id; machines are nobody.</summary>
    public async Task<IReadOnlyList<Person>> Everybody(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token);
        return [.. persons.Where(p => !p.IsMachine).OrderBy(p => p.Key.Value, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<PersonShown>> Show(Reader reader, IReadOnlyList<Person> persons, CancellationToken token)
    {
        var plans = await Plans(reader.Realm, token);
        return await speaker.Say(reader, words => Show(persons, plans, words), token);
    }

    private static IReadOnlyList<PersonShown> Show(IReadOnlyList<Person> persons, IReadOnlyList<KloPlan> plans, Words words)
    {
        var posts = plans.SelectMany(p => Posts(p, words)).ToLookup(p => p.Person, p => p.Post);
        return [.. persons.Select(p => Show(p, words, [.. posts[p.Key]]))];
    }

    private static PersonShown Show(Person person, Words words, IReadOnlyList<PostPlanned> posts) =>
        new(
            person.Key,
            words.Text(person.Name),
            person.Title is { } title ? words.Text(title) : null,
            [.. person.Phones.Select(p => words.Text(p))],
            person.Email is { } email ? words.Text(email) : null,
            [.. person.Channels.Select(c => new ChannelShown(c.Channel, words.Text(c.Address)))],
            posts
        );

    private static IEnumerable<(PersonId Person, PostPlanned Post)> Posts(KloPlan plan, Words words) =>
        plan.Functions.SelectMany(f =>
            f.Deputies.Prepend(f.Holder).Select((person, rank) => (person, new PostPlanned(plan.Name, f.Key, words.Text(f.Name), rank)))
        );

    private async Task<IReadOnlyList<KloPlan>> Plans(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var plans = new List<KloPlan>();
        foreach (var id in await session.Query<KloPlanView>().Select(p => p.Id).ToListAsync(token))
        {
            var stream = await journals.Load(realm, StreamKinds.Plan, id, token);
            plans.AddRange(stream is null ? [] : [stream.State<KloPlan>()]);
        }

        return [.. plans.OrderBy(p => p.Name.Value, StringComparer.Ordinal)];
    }
}
