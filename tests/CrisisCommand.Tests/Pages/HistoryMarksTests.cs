using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Pages.TimeMachine;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Pages;

public class HistoryMarksTests
{
    private static readonly SituationReported Report = new(Text("Läget är stabilt"), []);
    private static readonly EntryWritten Entry = new(At(3), Text("Rök"), EntryCategory.Observation, null);

    [Fact]
    public void Decisions_situation_reports_and_the_end_are_marked_where_they_stand()
    {
        var index = State<TimelineIndex>([.. Led, HistorySamples.Decision(1), Report, StoodDown]);
        HistoryMarks
            .Of(index)
            .ShouldBe([
                new(HistoryMarkKind.Decision, 3, At(3), 1, 1, 0.5),
                new(HistoryMarkKind.Situation, 4, At(4), 1, 1, 0.75),
                new(HistoryMarkKind.StandDown, 5, At(5), 1, 1, 1),
            ]);
        HistoryMarks.Of(index)[1].X.ShouldBe("75%");
    }

    [Fact]
    public void Marks_that_would_lie_on_each_other_are_one_that_says_how_many()
    {
        var events = Enumerable.Range(1, 3_000).SelectMany(i => new IDomainEvent[] { Entry, HistorySamples.Decision(i) });
        var marks = HistoryMarks.Of(State<TimelineIndex>(events));
        marks.Count.ShouldBeInRange(200, 201);
        marks.Sum(m => m.Count).ShouldBe(3_000);
        marks.Select(m => m.Number).ShouldBe(marks.Select(m => (int)(m.Version / 2)));
        marks.Select(m => m.Place).ShouldBeInOrder();
    }

    [Fact]
    public void A_journal_of_one_fact_has_nothing_to_mark_and_no_width() => HistoryMarks.Of(State<TimelineIndex>(Led[0])).ShouldBeEmpty();

    [Fact]
    public void A_receipt_proves_the_board_that_has_its_hash_and_no_other()
    {
        var (hash, other) = (Sha256.Of("tavla"u8), Sha256.Of("annan"u8));
        Proof(null, hash).ShouldBe(ServedProof.NoReceipt);
        Proof(Seen(hash, Board.FoldVersion), hash).ShouldBe(ServedProof.Same);
        Proof(Seen(hash, Board.FoldVersion), other).ShouldBe(ServedProof.Other);
        Proof(Seen(hash, 2), hash).ShouldBe(ServedProof.Same);
        Proof(Seen(hash, 2), other).ShouldBe(ServedProof.Other);
        Proof(Seen(hash, 1), other).ShouldBe(ServedProof.OtherFold);
        Proof(Seen(hash, Board.FoldVersion + 1), other).ShouldBe(ServedProof.OtherFold);
    }

    [Fact]
    public void Without_a_receipt_it_is_the_board_right_before_the_decision()
    {
        var without = new HistoryDecision(1, 9, "Utrym", "vd", null, At(9), null);
        (without.Board, without.Missed).ShouldBe((8, 0));
        var with = without with { Receipt = Seen(Sha256.Of("tavla"u8), Board.FoldVersion) };
        (with.Board, with.Missed).ShouldBe((5, 3));
    }

    private static ServedProof Proof(BoardSeen? receipt, Sha256 hash) =>
        ServedBoard.Of(new(1, 9, "Utrym", "vd", null, At(9), receipt), hash).Proof;

    private static BoardSeen Seen(Sha256 hash, int fold) => new(Id(1), 5, fold, hash, Vd, At(5));
}
