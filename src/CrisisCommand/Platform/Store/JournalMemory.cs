using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Platform.Store;

/// <summary>The streams that this node has folded, each as far on as it has seen it; what nobody has asked for in a while is forgotten.</summary>
internal sealed class JournalMemory : IDisposable
{
    private const int Streams = 4_000;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Streams });
    private readonly Lock _keeping = new();

    public StreamSnapshot? Find(Realm realm, string kind, Guid id) =>
        _cache.TryGetValue((realm.Name, id), out StreamSnapshot? known) && known!.Kind == kind ? known : null;

    /// <summary>Whoever was slower has seen less: what is remembered goes forward only.</summary>
    public StreamSnapshot Keep(Realm realm, StreamSnapshot head)
    {
        lock (_keeping)
        {
            return Find(realm, head.Kind, head.Id) is { } known && known.Version >= head.Version
                ? head
                : _cache.Set((realm.Name, head.Id), head, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Idle });
        }
    }

    public void Forget(string realm, Guid stream) => _cache.Remove((realm, stream));

    public void Dispose() => _cache.Dispose();
}
