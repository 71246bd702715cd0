using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Tests.Boards;

/// <summary>Whoever holds a receipt of any version of the fold reopens that very board, and its hash is made again.</summary>
public class BoardFoldsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);
    private static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    private static readonly PersonId Vd = new("vd");

    private static readonly IDomainEvent[] Story =
    [
        new CrisisDeclared(new("fire"), Text("Brand i Skärholmen"), Text("Hot mot liv"), PlanName.Normal, 1, null, []),
        new KloConvened(PlanName.Normal, 1, [new(Leader, [Vd, new("vd-1")])]),
        new FunctionStaffed(Leader, Vd, Mandate.Holder),
        new CrisisLevelSet(CrisisLevel.Full, Text("Boende är ute")),
        new StaffBriefingCalled(Start.AddHours(1), Text("Hornsgatan"), null),
        new SituationReported(
            Text("Brinner"),
            [new(new("skarholmen"), null, new("critical"), Text("Två trapphus")), new(null, null, new("strained"), null)]
        ),
        new SituationReported(
            Text("Strömavbrott"),
            [
                new(new("hasselby"), null, new("strained"), Text("Ett hus")),
                new(new("hasselby"), Leader, new("normal"), null),
                new(new("hasselby"), null, new("normal"), null),
            ]
        ),
    ];

    private static readonly IDomainEvent Promised = new SituationReported(Text("Lugnare"), [], Start.AddHours(2));

    /// <summary>Computed by the product as it was when version 2 was the only one.</summary>
    [Fact]
    public void A_board_of_version_2_has_the_hash_that_it_had_then() =>
        HashOf(Fold.Of<Board>(Facts(Story)).By(2)).ShouldBe("962f9932a7414e2c8df780a6a33a5cc8fe33da5b8171dc3cb39bac5f9e620693");

    /// <summary>Computed by the product as it was when version 3 of the fold was new.</summary>
    [Fact]
    public void A_board_of_version_3_has_the_hash_that_it_had_then()
    {
        Board.FoldVersion.ShouldBe(3);
        HashOf(Fold.Of<Board>(Facts([.. Story, Promised]))).ShouldBe("d134032e2ccd0701f50acb08c7ae778c38343f095b25eaded6bc1b4232271247");
    }

    [Fact]
    public void Version_2_knows_nothing_of_what_came_later()
    {
        var board = Fold.Of<Board>(Facts([.. Story, Promised]));

        Canonical(board).ShouldContain("nextAt");
        Canonical(board).ShouldContain("skarholmen");
        Canonical(board).ShouldNotContain("\"status\":[");
        Canonical(board.By(2)).ShouldNotContain("nextAt");
        Canonical(board.By(2)).ShouldNotContain("picture");
        Canonical(board.By(2)).ShouldContain("\"status\":[]");
    }

    [Fact]
    public void A_board_of_version_2_showed_the_lines_of_the_last_report_alone()
    {
        var board = Fold.Of<Board>(Facts([.. Story, Promised]));

        board
            .Picture.Cells.Select(c => (c.Area?.Value, c.Function?.Value, c.Status.Value))
            .ShouldBe([
                (null, null, "strained"),
                ("hasselby", null, "normal"),
                ("hasselby", "crisis-leader", "normal"),
                ("skarholmen", null, "critical"),
            ]);
        var before = Fold.Of<Board>(Facts(Story)).By(2);
        before.Picture.Cells.Select(c => c.Status.Value).ShouldBe(["strained", "normal", "normal"]);
        before.Picture.Cells.ShouldAllBe(c => c.Area == new AreaKey("hasselby") && c.By == Vd && c.ReportedAt == Start.AddSeconds(6));
        board.By(2).Picture.Cells.ShouldBeEmpty();
        board.By(2).Situation!.NextAt.ShouldBeNull();
    }

    [Fact]
    public void Without_a_report_the_versions_differ_in_nothing_but_the_empty_picture()
    {
        var board = Fold.Of<Board>(Facts(Story.Take(5)));

        Canonical(board).Replace(",\"picture\":{\"cells\":[]}", "", StringComparison.Ordinal).ShouldBe(Canonical(board.By(2)));
    }

    [Fact]
    public void A_board_is_of_the_newest_fold_until_another_is_asked_for()
    {
        var board = Fold.Of<Board>(Facts(Story));

        (board.Fold, board.By(2).Fold, board.By(Board.FoldVersion)).ShouldBe((3, 2, board));
        BoardFolds.Runnable.ShouldBe([2, 3]);
    }

    private static string HashOf(Board board) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(board))));

    private static string Canonical(Board board) =>
        System.Text.Json.JsonSerializer.Serialize(board, Json.Canonical([new Facts(BoardsJson.Default)], board.Fold));

    private static CommittedText Text(string words) => CommittedText.Commit(words, new byte[32]);

    private static IEnumerable<Fact> Facts(IEnumerable<IDomainEvent> events) =>
        events.Select((e, i) => new Fact(e, i + 1, Ids.Named($"event {i}"), Start.AddSeconds(i), Vd));
}
