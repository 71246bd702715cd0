using System.Collections.Frozen;
using Marten;

namespace CrisisCommand.Platform;

/// <summary>The words behind commitments, for those who may read them (architecture.md §5).</summary>
public sealed class Openings(IDocumentStore store)
{
    /// <summary>What must be stored beside these events: one opening for each text that still carries its words.</summary>
    public static Opening[] Of(IEnumerable<Append> appends) =>
        [
            .. appends
                .SelectMany(a => a.Events.SelectMany(e => e.Texts), (append, text) => (append.Stream.Id, Text: text))
                .Where(t => t.Text.Words is not null)
                .DistinctBy(t => t.Text.Commitment)
                .Select(t => new Opening(t.Text.Commitment, t.Id, t.Text.Salt!, t.Text.Words!)),
        ];

    /// <summary>Words by commitment for one reader; an erased opening is simply absent, and so is every one that the reader may not open.</summary>
    public Task<IReadOnlyDictionary<string, string>> Read(Reader reader, IEnumerable<IDomainEvent> events, CancellationToken token) =>
        Read(reader, [.. events.SelectMany(e => e.Texts).Where(t => t.Commitment is not null)], token);

    public async Task<IReadOnlyDictionary<string, string>> Read(
        Reader reader,
        IReadOnlyList<CommittedText> texts,
        CancellationToken token
    ) => reader.OpensTexts ? await OpenForHouse(reader.Realm, texts, token).ConfigureAwait(false) : FrozenDictionary<string, string>.Empty;

    /// <summary>Words for the product itself, such as a message that it sends; never for a reader, whom <see cref="Read(Reader, IReadOnlyList{CommittedText}, CancellationToken)"/> asks.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OpenForHouse(
        Realm realm,
        IReadOnlyList<CommittedText> texts,
        CancellationToken token
    )
    {
        var found = texts.Where(t => t.Words is not null).DistinctBy(t => t.Commitment).ToDictionary(t => t.Commitment, t => t.Words!);
        var missing = texts.Select(t => t.Commitment).Where(c => !found.ContainsKey(c)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            await using var session = store.QuerySession(realm.Name);
            foreach (var opening in await session.LoadManyAsync<Opening>(token, missing).ConfigureAwait(false))
            {
                found[opening.Id] = opening.Words;
            }
        }

        return found.ToFrozenDictionary();
    }

    /// <summary>Words with their salts, for whoever checks the commitments; erased ones are absent.</summary>
    public async Task<IReadOnlyList<Opening>> Open(Reader reader, IReadOnlyCollection<string> commitments, CancellationToken token)
    {
        if (commitments.Count == 0 || !reader.OpensTexts)
        {
            return [];
        }

        await using var session = store.QuerySession(reader.Realm.Name);
        return await session.LoadManyAsync<Opening>(token, [.. commitments.Distinct()]).ConfigureAwait(false);
    }
}
