using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.People;

/// <summary>A person as last registered.</summary>
public sealed record Person : IView<Person>
{
    public static Person Initial { get; } = new();

    public Guid Id { get; init; }
    public PersonId Key { get; init; }
    public CommittedText? Name { get; init; }
    public CommittedText? Email { get; init; }

    public static Guid StreamOf(PersonId person) => Ids.Named($"person/{person}");

    public static Person Begin(Guid id) => new() { Id = id };

    public Person After(Fact fact) =>
        fact.Event is PersonRegistered registered
            ? this with
            {
                Key = registered.Person,
                Name = registered.Name,
                Email = registered.Email,
            }
            : this;
}

/// <summary>Who is known in a realm, and by what name; read once and again when somebody unknown turns up.</summary>
public sealed class PersonDirectory(IDocumentStore store, Openings openings)
{
    private readonly ConcurrentDictionary<Realm, ImmutableDictionary<PersonId, string>> _names = new();

    /// <summary>The person's name, from what this node has read so far.</summary>
    public string? NameOf(Realm realm, PersonId person) =>
        _names.TryGetValue(realm, out var names) && names.TryGetValue(person, out var name) ? name : null;

    public async Task<bool> Knows(Realm realm, PersonId person, CancellationToken token)
    {
        if (NameOf(realm, person) is not null)
        {
            return true;
        }

        await Read(realm, token).ConfigureAwait(false);
        return NameOf(realm, person) is not null;
    }

    /// <summary>The person's name for one reader; null where names are not for them.</summary>
    public string? NameOf(Reader reader, PersonId person) => reader.OpensTexts ? NameOf(reader.Realm, person) : null;

    /// <summary>The names that a reader may see.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(Reader reader, CancellationToken token) =>
        reader.OpensTexts ? await Names(reader.Realm, token).ConfigureAwait(false) : ImmutableDictionary<PersonId, string>.Empty;

    /// <summary>Names of everybody in the realm, for a reader about to need many of them.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(Realm realm, CancellationToken token) =>
        _names.TryGetValue(realm, out var names) && names.Count > 0 ? names : await Read(realm, token).ConfigureAwait(false);

    /// <summary>
    /// Persons by what others write for them, in small letters: id, e-mail address, name. What several persons share names none of them.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, PersonId>> Spellings(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token).ConfigureAwait(false);
        var texts = persons.SelectMany(p => new[] { p.Name, p.Email }).OfType<CommittedText>().ToList();
        var words = new Words(Words.Swedish, await openings.Read(realm, texts, token).ConfigureAwait(false));
        var ids = persons.ToDictionary(p => p.Key.Value, p => p.Key);
        var written = persons
            .SelectMany(p => new[] { words.Text(p.Name), words.Text(p.Email) }, (p, text) => (Text: text.ToLowerInvariant(), p.Key))
            .Where(w => w.Text.Length > 0 && w.Text != Words.Erased && !ids.ContainsKey(w.Text))
            .GroupBy(w => w.Text, w => w.Key)
            .Where(g => g.Distinct().Count() == 1);
        return ids.Concat(written.Select(g => KeyValuePair.Create(g.Key, g.First()))).ToDictionary();
    }

    private async Task<ImmutableDictionary<PersonId, string>> Read(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token).ConfigureAwait(false);
        var words = await openings
            .OpenForHouse(realm, [.. persons.Select(p => p.Name).OfType<CommittedText>()], token)
            .ConfigureAwait(false);
        return _names[realm] = persons.ToImmutableDictionary(
            p => p.Key,
            p => p.Name is { } name && words.TryGetValue(name.Commitment, out var spoken) ? spoken : Words.Erased
        );
    }
}
