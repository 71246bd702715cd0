using System.Collections.Concurrent;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>Where a stream cannot be read on: a version that is not there, or an event that nobody can read.</summary>
public sealed record JournalBreak(string Realm, Guid Stream, long Version, string Why)
{
    public override string ToString() => $"{Realm} stream {Stream} version {Version}: {Why}";
}

/// <summary>
/// The streams that this node has found broken. Such a stream is shown up to its break and takes no commands; all others go on.
/// </summary>
public sealed class JournalBreaks(ILogger<JournalBreaks> log)
{
    private readonly ConcurrentDictionary<(string Realm, Guid Stream), JournalBreak> _known = new();

    /// <summary>A stream was found broken that was not known to be.</summary>
    public event Action<JournalBreak>? Found;

    public IReadOnlyList<JournalBreak> All => [.. _known.Values.OrderBy(b => b.Realm).ThenBy(b => b.Stream)];

    public JournalBreak? Of(Realm realm, Guid stream) =>
        !_known.IsEmpty && _known.TryGetValue((realm.Name, stream), out var known) ? known : null;

    public void Report(JournalBreak found)
    {
        var place = (found.Realm, found.Stream);
        if (_known.TryGetValue(place, out var known) && known.Version <= found.Version)
        {
            return;
        }

        _known[place] = found;
        log.LogError("A journal is broken, and shown up to there only: {Break}", found);
        Found?.Invoke(found);
    }

    /// <summary>These versions of the stream were read well.</summary>
    public void Read(Realm realm, Guid stream, long from, long to)
    {
        if (Of(realm, stream) is { } known && known.Version >= from && known.Version <= to)
        {
            Mend(known);
        }
    }

    /// <summary>Somebody has put it right.</summary>
    public void Mend(JournalBreak known)
    {
        if (_known.TryRemove(new((known.Realm, known.Stream), known)))
        {
            log.LogWarning("A journal is whole again: {Break}", known);
        }
    }
}
