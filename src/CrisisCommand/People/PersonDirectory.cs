using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
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
    private readonly ConcurrentDictionary<Realm, NamesShown> _names = new();

    /// <summary>Those of them that are machines: they have names, and are nobody to plan with.</summary>
    private readonly ConcurrentDictionary<Realm, ImmutableHashSet<PersonId>> _machines = new();

    /// <summary>Realms in which somebody was registered after the names were read, or while they were.</summary>
    private readonly ConcurrentDictionary<Realm, byte> _behind = new();

    public PersonDirectory(IDocumentStore store, Openings openings, Journals journals, Bell bell)
    {
        (_store, _openings) = (store, openings);
        journals.Committed += Hear;
        bell.Changed += change =>
        {
            var realm = new Realm(change.Realm);
            if (_names.TryGetValue(realm, out var names) && names.Shown.Keys.Any(p => Person.StreamOf(p) == change.Stream))
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
        _names.TryGetValue(realm, out var names) && names.Shown.TryGetValue(person, out var name) ? name : null;

    /// <summary>Whether it is a person of the realm; a machine is none.</summary>
    public async Task<bool> Knows(Realm realm, PersonId person, CancellationToken token)
    {
        if (_behind.ContainsKey(realm) || NameOf(realm, person) is null)
        {
            await Read(realm, token);
        }

        return NameOf(realm, person) is not null && !_machines[realm].Contains(person);
    }

    /// <summary>The person's name for one reader; null where names are not for them.</summary>
    public string? NameOf(Reader reader, PersonId person) => reader.OpensTexts ? NameOf(reader.Realm, person) : null;

    /// <summary>The names that a reader may see.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(Reader reader, CancellationToken token) =>
        reader.OpensTexts ? await Names(reader.Realm, token) : ImmutableDictionary<PersonId, string>.Empty;

    /// <summary>Names of everybody in the realm, for a reader about to need many of them.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(Realm realm, CancellationToken token) =>
        _names.TryGetValue(realm, out var names) && names.Shown.Count > 0 && !_behind.ContainsKey(realm)
            ? names.Shown
            : (await MemoryReads.Or(() => Read(realm, token), names, token)).Shown;

    private void Hear(Committed commit)
    {
        foreach (var (id, name) in commit.Facts.Select(f => Registered(f.Event)).OfType<(PersonId, CommittedText)>())
        {
            if (name.Words is { } words && _names.TryGetValue(commit.Realm, out var names))
            {
                _names[commit.Realm] = names.With(id, words);
            }

            _behind[commit.Realm] = 0;
        }
    }

    private static (PersonId, CommittedText)? Registered(IDomainEvent happened) =>
        happened switch
        {
            PersonRegistered e => (e.Person, e.Name),
            MachineRegistered e => (e.Machine, e.Name),
            _ => null,
        };

    /// <summary>
    /// Persons by what others write for them, folded (<see cref="Lookalikes"/>): id, e-mail address, name. What several persons share names
    /// none of them.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, PersonId>> Spellings(Realm realm, CancellationToken token)
    {
        await using var session = _store.QuerySession(realm.Name);
        var everybody = await session.Query<Person>().ToListAsync(token);
        var persons = everybody.Where(p => !p.IsMachine).ToList();
        var texts = persons.SelectMany(p => new[] { p.Name, p.Email }).OfType<CommittedText>().ToList();
        var words = await _openings.OpenForHouse(realm, texts, token);
        var ids = persons.ToDictionary(p => p.Key.Value, p => p.Key);
        var written = persons
            .SelectMany(
                p => new[] { p.Name, p.Email }.OfType<CommittedText>().Select(t => words.GetValueOrDefault(t.Commitment, "")),
                (p, text) => (Text: Lookalikes.Fold(text), p.Key)
            )
            .Where(w => w.Text.Length > 0 && !ids.ContainsKey(w.Text))
            .GroupBy(w => w.Text, w => w.Key)
            .Where(g => g.Distinct().Count() == 1);
        return ids.Concat(written.Select(g => KeyValuePair.Create(g.Key, g.First()))).ToDictionary();
    }

    private async Task<NamesShown> Read(Realm realm, CancellationToken token)
    {
        // Before the look: what is registered during it marks the realm again.
        _behind.TryRemove(realm, out _);
        await using var session = _store.QuerySession(realm.Name);
        var persons = await session.Query<Person>().ToListAsync(token);
        _machines[realm] = [.. persons.Where(p => p.IsMachine).Select(p => p.Key)];
        var names = persons.Select(p => p.Name).OfType<CommittedText>().ToList();
        var words = new Words(Words.Swedish, await _openings.OpenForHouse(realm, names, token));
        return _names[realm] = new(persons.ToImmutableDictionary(p => p.Key, p => words.Text(p.Name)));
    }
}
