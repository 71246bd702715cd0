using CrisisCommand.Access;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Pages.Start;

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
    CrisisStatus Status,
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
public sealed class OpenCrises(CrisisList list, AccessGuard guard, Journals journals, Speaker speaker)
{
    /// <param name="reader">As they may list crises.</param>
    /// <param name="open">Those that go on, or those that ended.</param>
    public async Task<IReadOnlyList<CrisisLine>> Of(Reader reader, bool open, int most, CancellationToken token)
    {
        var found = await list.Following(reader.Realm, open, null, most, token);
        return await Lines(reader, found, token);
    }

    /// <summary>Those that an incident was raised to.</summary>
    public async Task<IReadOnlyList<LinkedCrisis>> Raised(Reader reader, IReadOnlyList<Guid> crises, CancellationToken token) =>
        crises.Count == 0
            ? []
            : [.. (await Lines(reader, await list.Of(reader.Realm, crises, token), token)).Select(l => new LinkedCrisis(l.Id, l.Title))];

    private async Task<IReadOnlyList<CrisisLine>> Lines(Reader reader, IReadOnlyList<CrisisView> found, CancellationToken token)
    {
        var seen = await guard.Seen(reader, found, v => v.Id, token);
        var mine = new List<(CrisisView View, bool Readable, MyCrisis? Mine)>();
        foreach (var view in seen)
        {
            // As the guard read it a moment ago.
            var head = await journals.Known(reader.Realm, StreamKinds.Crisis, view.Id, refresh: false, token);
            var actor = await guard.Find(reader.Realm, reader.Person, head, token, anew: false);
            var readable = guard.As(reader, actor, KloCapabilities.ReadCrisis) is not null;
            mine.Add((view, readable, await Mine(reader, actor, head, token)));
        }

        return await speaker.Say<IReadOnlyList<CrisisLine>>(
            reader,
            words => [.. mine.Select(m => Line(m.View, m.Readable, m.Mine, words))],
            token
        );
    }

    private async Task<MyCrisis?> Mine(Reader reader, Actor actor, StreamSnapshot crisis, CancellationToken token) =>
        guard.As(reader, actor, KloCapabilities.ReadKlo) is { } klo
            ? await speaker.Say(klo, words => MyCrisisWording.Show(crisis.Id, crisis.State<Board>(), reader.Person, words), token)
            : null;

    private static CrisisLine Line(CrisisView view, bool readable, MyCrisis? mine, Words words) =>
        new(
            view.Id,
            words.Kind(view.Crisis.Kind),
            words.Text(view.Crisis.Title),
            view.Crisis.DeclaredAt,
            view.Crisis.StoodDownAt,
            view.Status,
            view.Crisis.Level is { } set ? words.Level(set.Level) : null,
            mine?.Leader?.Name,
            readable,
            mine
        );
}
