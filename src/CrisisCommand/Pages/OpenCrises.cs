using CrisisCommand.Access;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

/// <summary>A crisis as a line of the start page.</summary>
/// <param name="Leader">Who leads, or may until somebody does; null where names are not for the reader.</param>
/// <param name="Readable">Whether its pages are open to the reader.</param>
/// <param name="Mine">What it expects of the reader; null where its organisation is not for them.</param>
public sealed record CrisisLine(
    Guid Id,
    string Kind,
    string Title,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? StoodDownAt,
    string? Level,
    string? Leader,
    bool Readable,
    MyCrisis? Mine
)
{
    /// <summary>Somebody waits for the reader.</summary>
    public bool Waits => Mine is { } mine && mine.Summonses.Count + mine.Handovers.Count + mine.Calls.Count > 0;
}

/// <summary>The crises that a reader may know of, as the start page tells of them. What each is, this node has folded already.</summary>
public sealed class OpenCrises(CrisisList list, AccessGuard guard, Journals journals, Openings openings, PersonDirectory directory)
{
    /// <param name="reader">As they may list crises.</param>
    /// <param name="open">Those that go on, or those that ended.</param>
    public async Task<IReadOnlyList<CrisisLine>> Of(Reader reader, bool open, int most, CancellationToken token)
    {
        var found = await list.Following(reader.Realm, open, null, most, token).ConfigureAwait(false);
        return await Lines(reader, found, token).ConfigureAwait(false);
    }

    /// <summary>Those that an incident was raised to.</summary>
    public async Task<IReadOnlyList<CrisisLine>> Raised(Reader reader, IReadOnlyList<Guid> crises, CancellationToken token) =>
        crises.Count == 0
            ? []
            : await Lines(reader, await list.Of(reader.Realm, crises, token).ConfigureAwait(false), token).ConfigureAwait(false);

    private async Task<IReadOnlyList<CrisisLine>> Lines(Reader reader, IReadOnlyList<CrisisView> found, CancellationToken token)
    {
        var seen = await guard.Seen(reader, found, v => v.Id, token).ConfigureAwait(false);
        var titles = seen.Select(v => v.Crisis.Title).OfType<CommittedText>().ToList();
        var words = reader.Words(await openings.Read(reader, titles, token).ConfigureAwait(false));
        var lines = new List<CrisisLine>();
        foreach (var view in seen)
        {
            lines.Add(await Line(reader, view, words, token).ConfigureAwait(false));
        }

        return lines;
    }

    private async Task<CrisisLine> Line(Reader reader, CrisisView view, Words words, CancellationToken token)
    {
        // As the guard read it a moment ago.
        var head = await journals.Known(reader.Realm, StreamKinds.Crisis, view.Id, refresh: false, token).ConfigureAwait(false);
        var actor = await guard.Find(reader.Realm, reader.Person, head, token, anew: false).ConfigureAwait(false);
        var klo = guard.As(reader, actor, Capability.ReadKlo);
        var names = klo is null ? null : await directory.Names(klo, token).ConfigureAwait(false);
        var mine =
            klo is null || names is null ? null : MyCrisisWording.Show(view.Id, head.State<Board>(), reader.Person, klo.Words(), names);
        return new(
            view.Id,
            words.Kind(view.Crisis.Kind),
            words.Text(view.Crisis.Title),
            view.Crisis.DeclaredAt,
            view.Crisis.StoodDownAt,
            view.Crisis.Level is { } set ? words.Level(set.Level) : null,
            mine?.Leader?.Name,
            guard.As(reader, actor, Capability.ReadCrisis) is not null,
            mine
        );
    }
}
