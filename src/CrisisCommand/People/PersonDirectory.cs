using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.People;

/// <summary>
/// Who is known in a realm, and by what name. Read once; what this node registers is known at once, and what another does is read again
/// when its bell is heard.
/// </summary>
public sealed class PersonDirectory
{
    private readonly IDocumentStore _store;
    private readonly Openings _openings;
    private readonly ConcurrentDictionary<Realm, ImmutableDictionary<PersonId, string>> _names = new();

    /// <summary>Realms in which somebody was registered after the names were read, or while they were.</summary>
    private readonly ConcurrentDictionary<Realm, byte> _behind = new();

    public PersonDirectory(IDocumentStore store, Openings openings, Journals journals, Bell bell)
    {
        (_store, _openings) = (store, openings);
        journals.Committed += Hear;
        bell.Changed += change =>
        {
            var realm = new Realm(change.Realm);
            if (_names.TryGetValue(realm, out var names) && names.Keys.Any(p => Person.StreamOf(p) == change.Stream))
            {
                _behind[realm] = 0;
            }
        };
        bell.MissedSome += () =>
        {
            foreach (var realm in _names.Keys)
            {
                _behind[realm] = 0;
            }
        };
    }

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
        _names.TryGetValue(realm, out var names) && names.Count > 0 && !_behind.ContainsKey(realm)
            ? names
            : await Read(realm, token).ConfigureAwait(false);

    private void Hear(Committed commit)
    {
        foreach (var registered in commit.Facts.Select(f => f.Event).OfType<PersonRegistered>())
        {
            if (registered.Name.Words is { } name && _names.TryGetValue(commit.Realm, out var names))
            {
                _names[commit.Realm] = names.SetItem(registered.Person, name);
            }

            _behind[commit.Realm] = 0;
        }
    }

    /// <summary>
    /// Persons by what others write for them, in small letters: id, e-mail address, name. What several persons share names none of them.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, PersonId>> Spellings(Realm realm, CancellationToken token)
    {
        await using var session = _store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token).ConfigureAwait(false);
        var texts = persons.SelectMany(p => new[] { p.Name, p.Email }).OfType<CommittedText>().ToList();
        var words = new Words(Words.Swedish, await _openings.OpenForHouse(realm, texts, token).ConfigureAwait(false));
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
        // Before the look: what is registered during it marks the realm again.
        _behind.TryRemove(realm, out _);
        await using var session = _store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token).ConfigureAwait(false);
        var words = await _openings
            .OpenForHouse(realm, [.. persons.Select(p => p.Name).OfType<CommittedText>()], token)
            .ConfigureAwait(false);
        return _names[realm] = persons.ToImmutableDictionary(
            p => p.Key,
            p => p.Name is { } name && words.TryGetValue(name.Commitment, out var spoken) ? spoken : Words.Erased
        );
    }
}
