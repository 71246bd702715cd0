using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>A board on its way to a reader: in words.</summary>
public sealed class BoardPresentation(
    Speaker speaker,
    LinkedIncidents linked,
    Journals journals,
    JournalBreaks breaks,
    EventCatalogue catalogue
)
{
    private const int MostLines = 200;

    public async Task<BoardView> View(Board board, Reader reader, Guid crisis, CancellationToken token)
    {
        var incidents = await linked.On(board, reader.Realm, token);
        BoardView Worded(Words words) => new BoardWording(words, catalogue, incidents).View(board, crisis, reader.Realm);
        return await speaker.Say(reader, Worded, token) with { BrokenAt = breaks.Of(reader.Realm, crisis)?.Version };
    }

    /// <summary>What came between two boards of one crisis, with the facts between them.</summary>
    public async Task<BoardDifferenceShown> Difference(Board from, Board to, Reader reader, Guid crisis, CancellationToken token)
    {
        var (realm, all) = (reader.Realm, int.MaxValue);
        var earlier = await linked.On(from, realm, token);
        var later = await linked.On(to, realm, token);
        var facts = await Between(realm, crisis, from.Version, to.Version, token);
        BoardDifferenceShown Worded(Words words)
        {
            var before = new BoardWording(words, catalogue, earlier).View(from, crisis, realm, all);
            var wording = new BoardWording(words, catalogue, later);
            return new(
                crisis,
                from.Version,
                to.Version,
                from.RecordedAt,
                to.RecordedAt,
                BoardDifference.Between(before, wording.View(to, crisis, realm, all), words),
                to.Version - from.Version,
                [.. facts.Select(f => wording.LineOf(new(f.Version, f.EventId, f.RecordedAt, f.By, f.Event)))]
            );
        }

        return await speaker.Say(reader, Worded, token);
    }

    private async Task<IReadOnlyList<Fact>> Between(Realm realm, Guid crisis, long from, long to, CancellationToken token) =>
        from == to ? [] : await journals.Facts(realm, crisis, Math.Max(from, to - MostLines) + 1, to, token);
}
