using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Alerts;

/// <summary>An alarm that nobody has taken though everybody on its path was alerted.</summary>
/// <param name="Since">When the path first came to its end.</param>
/// <param name="RepeatsAt">When it is gone through again; null while it is.</param>
public sealed record UntakenAlert(Guid IncidentId, DateTimeOffset Since, DateTimeOffset? RepeatsAt, int Round);

/// <summary>What nobody has taken, for everybody who looks: it must not be possible to miss it.</summary>
public sealed class UntakenAlerts(IDocumentStore store, IncidentList incidents)
{
    /// <summary>
    /// So many of one sender and one weight are called about again at a time: of a flood that nobody takes, whoever is rung finds the others
    /// in the list, and the next come up as the first are taken. Nobody's trifles stand before another's alarm, nor before their own grave one.
    /// </summary>
    public const int CalledAtOnce = 10;

    /// <summary>Whether it waits behind so many others; what nobody need take any more does not.</summary>
    public async Task<bool> IsBehind(Realm realm, Guid incident, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.LoadAsync<AlertView>(Alert.StreamOf(incident), token) is { Untaken: true, ExhaustedAt: { } since } mine
            && await session
                .Query<AlertView>()
                .Where(v => v.Untaken && v.Sender == mine.Sender && v.Weight == mine.Weight && v.ExhaustedAt < since)
                .CountAsync(token) >= CalledAtOnce;
    }

    /// <summary>The gravest first, of those the oldest.</summary>
    public async Task<IReadOnlyList<UntakenAlert>> Of(Realm realm, int most, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var untaken = await session
            .Query<AlertView>()
            .Where(v => v.Untaken)
            .OrderByDescending(v => v.Weight)
            .ThenBy(v => v.ExhaustedAt)
            .ThenBy(v => v.Id)
            .Take(most)
            .ToListAsync(token);
        return [.. untaken.Select(v => new UntakenAlert(v.Alert.Incident, v.Alert.ExhaustedAt!.Value, v.Alert.RepeatsAt, v.Alert.Round))];
    }

    /// <summary>The same with the incidents that they are about, as the reader may see them.</summary>
    public async Task<IReadOnlyList<(UntakenAlert Alert, IncidentShown Incident)>> Of(Reader reader, int most, CancellationToken token)
    {
        var untaken = await Of(reader.Realm, most, token);
        var found = (await incidents.Show(reader, [.. untaken.Select(u => u.IncidentId)], token)).ToDictionary(i => i.IncidentId);
        return [.. untaken.Where(u => found.ContainsKey(u.IncidentId)).Select(u => (u, found[u.IncidentId]))];
    }
}
