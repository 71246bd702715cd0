using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Boards;

public class BoardTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);
    private static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    private static readonly PersonId Vd = new("vd");
    private static readonly Guid Incident = Guid.Parse("01a209b3-5aac-7757-9fb5-e1f30ffe7c06");
    private static readonly Guid Task = Guid.Parse("01a209b3-5aac-7757-9fb5-e1f30ffe7c07");

    [Fact]
    public void Shows_what_is_true_now()
    {
        var board = Fold.Of<Board>(Facts(Story));

        board.Version.ShouldBe(Story.Length);
        board.Klo.HeldBy(Vd)!.Function.ShouldBe(Leader);
        board.DecisionsTaken.ShouldBe(2);
        board.OpenDecisions.Keys.ShouldBe([2]);
        board.OpenTasks.Keys.ShouldBe([Task]);
        board.Incidents.Single().Text!.Value.Words.ShouldBe("Lågor syns från gården");
        board.Situation!.Text.Words.ShouldBe("En trappuppgång rökfylld");
        board.Latest[0].Version.ShouldBe(Story.Length);
        board.Latest.Length.ShouldBe(Math.Min(Story.Length, Board.Lines));
    }

    [Fact]
    public void A_later_correction_or_late_entry_changes_no_earlier_board()
    {
        var before = Fold.Of<Board>(Facts(Story));
        IDomainEvent[] later =
        [
            new EntryWritten(Start.AddHours(-1), Text("Rök kändes redan kl 13"), EntryCategory.Observation, Text("Ringde först nu")),
            new EntryCorrected(Guid.Empty, Text("Trapphus C"), Text("Fel trapphus")),
        ];
        var replayed = Fold.Of<Board>(Facts([.. Story, .. later]).Take(Story.Length));

        Canonical(replayed).ShouldBe(Canonical(before));
    }

    [Fact]
    public void An_unlinked_incident_leaves_the_board()
    {
        var board = Fold.Of<Board>(Facts([.. Story, new IncidentUnlinked(Incident, Text("Hör inte hit"))]));

        board.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void A_stood_down_crisis_says_so()
    {
        var board = Fold.Of<Board>(Facts([.. Story, new KloStoodDown(Text("Faran över"))]));

        board.Crisis.IsStoodDown.ShouldBeTrue();
        board.Klo.IsStoodDown.ShouldBeTrue();
    }

    /// <summary>
    /// Computed by the product as it was when version 2 of the fold was new: whoever holds a receipt of then can check it now. Of version 3 and
    /// of what either shows: <see cref="BoardFoldsTests"/>. A change that breaks this raises <see cref="Board.FoldVersion"/>.
    /// </summary>
    [Fact]
    public void The_same_facts_make_the_same_board_as_when_this_version_of_the_fold_was_new()
    {
        Convert
            .ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(Fold.Of<Board>(Facts(Story)).By(2)))))
            .ShouldBe("fc7dd2ad04fa50fcb5c7693af619bc7874add0c5d3bfd37a8ba7bdbe8032b2fb");
    }

    private static string Canonical(Board board) =>
        System.Text.Json.JsonSerializer.Serialize(board, Json.Canonical([new Facts(BoardsJson.Default)], board.Fold));

    private static readonly IDomainEvent[] Story =
    [
        new CrisisDeclared(new("fire"), Text("Brand i Skärholmen"), Text("Hot mot liv"), PlanName.Normal, 1, null, [Incident]),
        new KloConvened(PlanName.Normal, 1, [new(Leader, [Vd, new("vd-1")])]),
        new FunctionSummoned(Leader, Vd, 0, Start.AddMinutes(3)),
        new SummonsAnswered(Leader, Vd, SummonsAnswer.Coming, null),
        new FunctionStaffed(Leader, Vd, Mandate.Holder),
        new IncidentReportReceived(Incident, 2, ReportedFact.Report, Text("Lågor syns från gården"), Start),
        Decision(1),
        new SituationReported(Text("En trappuppgång rökfylld"), []),
        Decision(2),
        new DecisionExecuted(1, Text("Trapphus B utrymt")),
        new TaskGiven(Task, Text("Öppna mottagningsplats"), new("people-support"), Start.AddHours(1), 2),
    ];

    private static DecisionTaken Decision(int number) =>
        new(number, Text("Evakuera"), Text("Rök"), [], null, Leader, Mandate.Holder, null, null, Start, null);

    private static CommittedText Text(string words) => CommittedText.Commit(words, new byte[32]);

    private static IEnumerable<Fact> Facts(IEnumerable<IDomainEvent> events) =>
        events.Select((e, i) => new Fact(e, i + 1, Ids.Named($"event {i}"), Start.AddSeconds(i), Vd));
}
