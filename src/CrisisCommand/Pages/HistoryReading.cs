using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.People;
using CrisisCommand.Platform;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages;

/// <summary>What the time machine shows, read for one reader. Nothing here costs more in a long crisis than in a short one but the board as it happened.</summary>
public sealed class HistoryReading(
    Journals journals,
    BoardHistory history,
    BoardPresentation presentation,
    Openings openings,
    PersonDirectory directory
)
{
    /// <summary>How many decisions the page lists; any other is asked for by its number.</summary>
    public const int MostDecisions = 100;

    /// <summary>The decisions at these places of the journal, in order.</summary>
    public async Task<IReadOnlyList<HistoryDecision>> Decisions(
        Reader reader,
        Guid crisis,
        IReadOnlyCollection<Mark> taken,
        CancellationToken token
    )
    {
        if (taken.Count == 0)
        {
            return [];
        }

        var facts = await journals.FactsById(reader.Realm, crisis, taken.Select(m => m.EventId), token).ConfigureAwait(false);
        var texts = facts.Select(f => ((DecisionTaken)f.Event).Decision).ToList();
        var opened = await openings.Read(reader, texts, token).ConfigureAwait(false);
        await directory.Names(reader, token).ConfigureAwait(false);
        var words = reader.Words(opened);
        return [.. facts.OrderBy(f => f.Version).Select(f => DecisionOf(f, words, directory.NameOf(reader, f.By)))];
    }

    /// <summary>The last decisions of the crisis, for the list of the page.</summary>
    public async Task<HistoryDecisions> Decisions(Reader reader, StreamSnapshot crisis, CancellationToken token)
    {
        var taken = crisis.State<TimelineIndex>().Marks.Where(m => m.Kind == typeof(DecisionTaken)).ToList();
        var shown = taken.Skip(taken.Count - MostDecisions).ToList();
        return new(await Decisions(reader, crisis.Id, shown, token).ConfigureAwait(false), taken.Count);
    }

    public async Task<HistorySight> Show(PageScene scene, Guid crisis, Moment moment, HistoryDecision? decision, CancellationToken token)
    {
        var (realm, reader) = (scene.Realm, scene.Reader);
        var board = moment.Happened
            ? await history.Happened(realm, crisis, moment.Instant, token).ConfigureAwait(false)
            : await history.AtVersion(realm, crisis, moment.Version, token).ConfigureAwait(false);
        var view = await presentation.View(board!, reader, crisis, token).ConfigureAwait(false);
        // Of a board that somebody was served, the ages are as they saw them.
        var sight = new BoardSight(view, scene.Words, decision?.Receipt?.ServedAt ?? moment.Instant);
        return new(
            scene,
            moment,
            sight,
            moment.From is { } from ? await Difference(reader, crisis, from, board!, token).ConfigureAwait(false) : null,
            decision is null ? null : ServedBoard.Of(decision, presentation.HashOf(board!))
        );
    }

    /// <summary>From the earlier of the two to the later, whichever of them is shown.</summary>
    private async Task<BoardDifferenceShown> Difference(Reader reader, Guid crisis, long other, Board shown, CancellationToken token)
    {
        var beside = (await history.AtVersion(reader.Realm, crisis, other, token).ConfigureAwait(false))!;
        var (from, to) = other < shown.Version ? (beside, shown) : (shown, beside);
        return await presentation.Difference(from, to, reader, crisis, token).ConfigureAwait(false);
    }

    private static HistoryDecision DecisionOf(Fact fact, Words words, string? name)
    {
        var taken = (DecisionTaken)fact.Event;
        return new(
            taken.Number,
            fact.Version,
            words.Text(taken.Decision),
            name ?? fact.By.Value,
            taken.Function is { } function ? words.Function(function) : null,
            taken.DecidedAt,
            taken.Receipt
        );
    }
}
