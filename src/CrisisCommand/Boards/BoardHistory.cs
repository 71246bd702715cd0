using System.Collections.Immutable;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Boards;

/// <summary>
/// Boards of the past. Every so many versions of a crisis a board is kept in memory on the way, so that any later look back folds only the
/// facts since the one before it: a 10,000-event crisis answers like a small one. Kept boards share their structure and are never wrong.
/// </summary>
public sealed class BoardHistory(Journals journals) : IDisposable
{
    /// <summary>Versions between two kept boards.</summary>
    public const int Stride = 200;

    private const int Crises = 500;

    // Facts read at a time while going through a long journal for the first time.
    private const int Page = 5_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Crises });

    /// <summary>The board after the first <paramref name="version"/> facts; null where the journal is shorter.</summary>
    public async Task<Board?> AtVersion(Realm realm, Guid crisis, long version, CancellationToken token)
    {
        var from = await KeptBefore(realm, crisis, board => board.Version <= version, token);
        var facts = await journals.Facts(realm, crisis, from.Version + 1, version, token);
        var board = facts.Aggregate(from, (b, fact) => b.After(fact));
        return board.Version == version && version > 0 ? board : null;
    }

    /// <summary>The board as it stood at an instant: of every fact recorded until then. Null before the first.</summary>
    public async Task<Board?> AsOf(Realm realm, Guid crisis, DateTimeOffset instant, CancellationToken token)
    {
        var from = await KeptBefore(realm, crisis, board => board.RecordedAt <= instant, token);
        var facts = await journals.Facts(realm, crisis, from.Version + 1, from.Version + Stride, token);
        var board = facts.TakeWhile(fact => fact.RecordedAt <= instant).Aggregate(from, (b, fact) => b.After(fact));
        return board.Version > 0 ? board : null;
    }

    /// <summary>The board of what had happened by an instant, by all that the journal knows now. Null before the declaration.</summary>
    public async Task<Board?> Happened(Realm realm, Guid crisis, DateTimeOffset instant, CancellationToken token) =>
        HappenedBoard.Of(await journals.Facts(realm, crisis, 1, null, token), instant);

    public void Dispose() => _kept.Dispose();

    /// <summary>The last kept board that qualifies, after going forward until one does not or the journal ends.</summary>
    private async Task<Board> KeptBefore(Realm realm, Guid crisis, Func<Board, bool> qualifies, CancellationToken token)
    {
        var kept = _kept.TryGetValue((realm.Name, crisis), out ImmutableList<Board>? known) ? known! : [Board.Initial];
        while (qualifies(kept[^1]))
        {
            var facts = await journals.Facts(realm, crisis, kept[^1].Version + 1, kept[^1].Version + Page, token);
            var further = Further(kept, facts);
            if (further.Count == kept.Count)
            {
                break;
            }

            kept = further;
            _kept.Set((realm.Name, crisis), kept, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });
        }

        var at = kept.FindLastIndex(b => qualifies(b));
        return at < 0 ? Board.Initial : kept[at];
    }

    private static ImmutableList<Board> Further(ImmutableList<Board> kept, IReadOnlyList<Fact> facts)
    {
        var more = kept.ToBuilder();
        var board = kept[^1];
        foreach (var fact in facts)
        {
            board = board.After(fact);
            if (board.Version % Stride == 0)
            {
                more.Add(board);
            }
        }

        return more.ToImmutable();
    }
}
