using CrisisCommand.Access;
using CrisisCommand.Crises;
using CrisisCommand.Journal;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.Desk;

/// <summary>Reads the log of one crisis in the order in which it was written, a sheet at a time.</summary>
public sealed class DeskReading(CrisisReading reader, Speaker speaker, EventCatalogue catalogue, AccessGuard guard, AccessRules rules)
{
    public const int Most = 200;

    /// <summary>The newest lines, or those before line number <paramref name="before"/>.</summary>
    public Task<DeskSheet?> Read(Reader who, Guid crisis, long? before, CancellationToken token)
    {
        (long, long) Range(long head)
        {
            var to = Math.Clamp((before ?? long.MaxValue) - 1, 0, head);
            return (to - Most + 1, to);
        }

        return Sheet(who, crisis, Range, withCorrected: false, token);
    }

    /// <summary>What came after line number <paramref name="after"/>, a sheet at most, and the older lines that it corrects.</summary>
    public Task<DeskSheet?> Since(Reader who, Guid crisis, long after, CancellationToken token) =>
        Sheet(who, crisis, head => (Math.Max(after + 1, head - Most + 1), head), withCorrected: true, token);

    /// <summary>No line: what a browser may keep for when the server is away.</summary>
    public Task<DeskSheet?> Blank(Reader who, Guid crisis, CancellationToken token) =>
        Sheet(who, crisis, _ => (1, 0), withCorrected: false, token);

    private async Task<DeskSheet?> Sheet(
        Reader who,
        Guid crisis,
        Func<long, (long From, long To)> range,
        bool withCorrected,
        CancellationToken token
    )
    {
        if (await reader.Load(who.Realm, crisis, token) is not { } stream)
        {
            return null;
        }

        var (from, to) = range(stream.Version);
        var marks = Marks(stream.State<TimelineIndex>(), Math.Max(from, 1), to, withCorrected);
        var (lines, title) = await Lines(who, stream, marks, token);
        var actor = await guard.Find(who.Realm, who.Person, stream, token);
        var functions = stream.State<LogBook>().Functions;
        return new(
            crisis,
            title,
            lines,
            Math.Max(from, 1),
            stream.Version,
            [.. rules.All(actor)],
            functions,
            [.. functions.Where(f => rules.Refuse(actor, JournalCapabilities.GiveTask, f) is null)]
        );
    }

    // Versions have no hole, so line number n stands at index n - 1.
    private static List<Mark> Marks(TimelineIndex index, long from, long to, bool withCorrected)
    {
        var asked = from > to ? [] : index.Marks.GetRange((int)from - 1, (int)(to - from + 1));
        var corrected = withCorrected ? asked.Select(m => m.Corrects).OfType<Guid>().ToHashSet() : [];
        var older = corrected.Count == 0 ? [] : index.Marks.Where(m => m.Version < from && corrected.Contains(m.EventId));
        return [.. older, .. asked];
    }

    private async Task<(IReadOnlyList<DeskLine> Lines, string Title)> Lines(
        Reader who,
        StreamSnapshot stream,
        List<Mark> shown,
        CancellationToken token
    )
    {
        var index = stream.State<TimelineIndex>();
        var latest = shown.Select(m => index.Corrections.GetValueOrDefault(m.EventId)?[^1]).OfType<Mark>();
        var needed = shown.Concat(latest).DistinctBy(m => m.Version).OrderBy(m => m.Version).ToList();
        var facts = await reader.Facts(who.Realm, stream.Id, needed, token);
        var known = facts.ToDictionary(f => f.EventId);
        return await speaker.Say<(IReadOnlyList<DeskLine>, string)>(
            who,
            words => ([.. shown.Select(m => Line(m, stream, known, words))], words.Text(stream.State<Crisis>().Title)),
            token
        );
    }

    private DeskLine Line(Mark mark, StreamSnapshot stream, Dictionary<Guid, Fact> known, Words words)
    {
        var (writer, index) = (new LineWriter(catalogue, words), stream.State<TimelineIndex>());
        var (fact, by) = (known[mark.EventId], index.CorrectedBy(mark.EventId, stream.Version));
        var entry = fact.Event as EntryWritten;
        return new(
            writer.Line(fact, index, stream.Version),
            entry?.Category,
            entry is null ? null : words.Text(entry.Text),
            entry?.LateReason is { } reason ? words.Text(reason) : null,
            mark.Corrects is { } of ? index.Marks.First(m => m.EventId == of).Version : null,
            by is { } correction ? Correction(known[correction], words) : null,
            mark.Version > 1 ? index.Marks[(int)mark.Version - 2].RecordedAt : null
        );
    }

    private static DeskCorrection? Correction(Fact fact, Words words) =>
        fact.Event is EntryCorrected corrected
            ? new(
                fact.Version,
                fact.RecordedAt,
                words.NameOf(fact.By) ?? fact.By.Value,
                words.Text(corrected.Text),
                words.Text(corrected.Why)
            )
            : null;
}
