using System.Collections.Concurrent;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Duty;

/// <summary>The rosters of a realm, each layer at its head.</summary>
public sealed class DutyRosters(IDocumentStore store, Journals journals)
{
    private static readonly Guid[] Usual = [RosterLayer.OnCallManager.Stream];

    private readonly ConcurrentDictionary<string, IReadOnlyList<Guid>> _streams = new();

    /// <summary>A layer's roster; nobody on duty, ever, where none is adopted.</summary>
    public async Task<DutyRoster> Of(Realm realm, RosterLayer layer, CancellationToken token) =>
        (await journals.Load(realm, StreamKinds.Roster, layer.Stream, token))?.State<DutyRoster>() ?? DutyRoster.Initial;

    /// <summary>Every layer that a roster is adopted for, by name.</summary>
    public async Task<IReadOnlyList<DutyRoster>> All(Realm realm, CancellationToken token)
    {
        var rosters = new List<DutyRoster>();
        foreach (var layer in await Layers(realm, token))
        {
            rosters.Add(await Of(realm, layer, token));
        }

        return [.. rosters.OrderBy(r => r.Layer.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The streams of the layers as this node knows them, or read anew: the manager's first, adopted or not. What a node remembers is at most
    /// too little, never wrong.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> Streams(Realm realm, bool anew, CancellationToken token)
    {
        var remembered = _streams.GetValueOrDefault(realm.Name);
        if (remembered is null || anew)
        {
            remembered = await MemoryReads.Or(() => Ids(realm, token), remembered, token);
            _streams[realm.Name] = remembered;
        }

        return [.. Usual.Union(remembered.Order())];
    }

    private async Task<IReadOnlyList<Guid>> Ids(Realm realm, CancellationToken token) =>
        [.. (await Layers(realm, token)).Select(l => l.Stream)];

    private async Task<IReadOnlyList<RosterLayer>> Layers(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var views = await session.Query<RosterView>().ToListAsync(token);
        return [.. views.Select(v => v.Layer)];
    }
}
