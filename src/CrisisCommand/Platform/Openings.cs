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

    /// <summary>Words by commitment; an erased opening is simply absent.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Read(Realm realm, IEnumerable<IDomainEvent> events, CancellationToken token)
    {
        var texts = events.SelectMany(e => e.Texts).Where(t => t.Commitment is not null).ToList();
        return await Read(realm, texts, token).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, string>> Read(Realm realm, IReadOnlyList<CommittedText> texts, CancellationToken token)
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
    public async Task<IReadOnlyList<Opening>> Open(Realm realm, IReadOnlyCollection<string> commitments, CancellationToken token)
    {
        if (commitments.Count == 0)
        {
            return [];
        }

        await using var session = store.QuerySession(realm.Name);
        return await session.LoadManyAsync<Opening>(token, [.. commitments.Distinct()]).ConfigureAwait(false);
    }
}
