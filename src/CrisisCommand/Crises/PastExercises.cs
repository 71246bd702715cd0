using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Crises;

/// <summary>A crisis of an exercise realm that was led to its end.</summary>
public sealed record PastExercise(Realm Realm, Guid CrisisId, CommittedText? Title, DateTimeOffset StoodDownAt);

/// <summary>What was exercised, in whichever exercise realm.</summary>
public sealed class PastExercises(IDocumentStore store, Realms realms)
{
    /// <summary>The one that ended last; null where there was none.</summary>
    public async Task<PastExercise?> Last(CancellationToken token)
    {
        var ended = new List<PastExercise>();
        foreach (var realm in realms.All.Where(r => !r.IsLive))
        {
            await using var session = store.QuerySession(realm.Name);
            var over = await session
                .Query<CrisisView>()
                // Neither a mistake nor the double of another was led to its end.
                .Where(v => !v.Open && v.AnnulledAt == null && v.MergedInto == null)
                .OrderByDescending(v => v.Crisis.StoodDownAt)
                .Take(1)
                .ToListAsync(token);
            ended.AddRange(over.Select(v => new PastExercise(realm, v.Id, v.Crisis.Title, v.Crisis.StoodDownAt!.Value)));
        }

        return ended.MaxBy(e => e.StoodDownAt);
    }
}
