using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Duty;

/// <summary>The rosters of a realm, each layer at its head.</summary>
public sealed class DutyRosters(IDocumentStore store, Journals journals)
{
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

    private async Task<IReadOnlyList<RosterLayer>> Layers(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        var views = await session.Query<RosterView>().ToListAsync(token);
        return [.. views.Select(v => v.Layer)];
    }
}
