using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Commands;

/// <summary>What a command is decided on.</summary>
/// <param name="Streams">The target first; null where there is no such stream.</param>
/// <param name="Grounds">What the sender's right rests on beside them.</param>
public sealed record Looked(IReadOnlyList<StreamSnapshot?> Streams, IReadOnlyList<StreamSnapshot> Grounds)
{
    public bool IsSameAs(Looked other) => Same(Streams, other.Streams) && Same(Grounds, other.Grounds);

    private static bool Same(IEnumerable<StreamSnapshot?> one, IEnumerable<StreamSnapshot?> other) =>
        one.Select(s => (s?.Id, s?.Version)).SequenceEqual(other.Select(s => (s?.Id, s?.Version)));
}

/// <summary>Fetches what a command is decided on, from memory where a commit would notice that it is old.</summary>
public sealed class CommandStreams(Journals journals, Authority authority)
{
    public async Task<Looked> Look(
        CommandContext context,
        Target target,
        IReadOnlyList<Target> others,
        Beside? beside,
        bool refresh,
        CancellationToken token
    )
    {
        var streams = await Streams(context.Realm, [target, .. others], refresh, token);
        var grounds = new List<StreamSnapshot>();
        foreach (var (kind, id, _) in context.Demand is null ? [] : await authority.Grounds(context, target, refresh, token))
        {
            grounds.Add(await journals.Known(context.Realm, kind, id, refresh, token));
        }

        var looked = new Looked(streams, grounds);
        await (beside?.Look(looked, token) ?? Task.CompletedTask);
        return looked;
    }

    /// <summary>The target as this node knows it unless it must be fresh; what is only looked at is always read, since no commit would notice.</summary>
    private async Task<IReadOnlyList<StreamSnapshot?>> Streams(
        Realm realm,
        IReadOnlyList<Target> targets,
        bool refresh,
        CancellationToken token
    )
    {
        var streams = new StreamSnapshot?[targets.Count];
        for (var i = 0; i < targets.Count; i++)
        {
            var (kind, id, mayBeNew) = targets[i];
            var known = refresh || i > 0 ? null : journals.Cached(realm, kind, id);
            streams[i] = known ?? await journals.Load(realm, kind, id, token) ?? (mayBeNew ? journals.Empty(kind, id) : null);
        }

        return streams;
    }
}
