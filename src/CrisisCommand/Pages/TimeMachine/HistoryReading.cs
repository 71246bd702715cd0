using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Pages.Cells;
using CrisisCommand.Pages.Frame;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>What the time machine shows, read for one reader. Nothing here costs more in a long crisis than in a short one but the board as it happened.</summary>
public sealed class HistoryReading(
    Journals journals,
    BoardHistory history,
    BoardPresentation presentation,
    BoardHash hashes,
    Speaker speaker
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

        var facts = await journals.FactsById(reader.Realm, crisis, taken.Select(m => m.EventId), token);
        return await speaker.Say<IReadOnlyList<HistoryDecision>>(
            reader,
            words => [.. facts.OrderBy(f => f.Version).Select(f => DecisionOf(f, words))],
            token
        );
    }

    /// <summary>The last decisions of the crisis, for the list of the page.</summary>
    public async Task<HistoryDecisions> Decisions(Reader reader, StreamSnapshot crisis, CancellationToken token)
    {
        var taken = crisis.State<TimelineIndex>().Marks.Where(m => m.Kind == typeof(DecisionTaken)).ToList();
        var shown = taken.Skip(taken.Count - MostDecisions).ToList();
        return new(await Decisions(reader, crisis.Id, shown, token), taken.Count);
    }

    public async Task<HistoryModel> Show(PageContext page, Guid crisis, Moment moment, HistoryDecision? decision, CancellationToken token)
    {
        var (realm, reader) = (page.Realm, page.Reader);
        var board = moment.Happened
            ? await history.Happened(realm, crisis, moment.Instant, token)
            : await history.AtVersion(realm, crisis, moment.Version, token);
        // What the taker of a decision was served is shown as it was shown then, by the rules of then.
        var served =
            decision?.Receipt is { } receipt && BoardFolds.Runnable.Contains(receipt.FoldVersion) ? board!.By(receipt.FoldVersion) : board!;
        var view = await presentation.View(served, reader, crisis, token);
        // Of a board that somebody was served, the ages are as they saw them.
        var model = new BoardModel(view, page.Words, decision?.Receipt?.ServedAt ?? moment.Instant);
        return new(
            page,
            moment,
            model,
            moment.From is { } from ? await Difference(reader, crisis, from, board!, token) : null,
            decision is null ? null : ServedBoard.Of(decision, hashes.Of(served))
        );
    }

    /// <summary>From the earlier of the two to the later, whichever of them is shown.</summary>
    private async Task<BoardDifferenceShown> Difference(Reader reader, Guid crisis, long other, Board shown, CancellationToken token)
    {
        var beside = (await history.AtVersion(reader.Realm, crisis, other, token))!;
        var (from, to) = other < shown.Version ? (beside, shown) : (shown, beside);
        return await presentation.Difference(from, to, reader, crisis, token);
    }

    private static HistoryDecision DecisionOf(Fact fact, Words words)
    {
        var taken = (DecisionTaken)fact.Event;
        return new(
            taken.Number,
            fact.Version,
            words.Text(taken.Decision),
            words.NameOf(fact.By) ?? fact.By.Value,
            words.Capacity(new DecisionRecord(fact, DecisionStatus.Taken, []).Capacity) is { Length: > 0 } capacity ? capacity : null,
            taken.DecidedAt,
            taken.Receipt
        );
    }
}
