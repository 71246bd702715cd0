using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

/// <summary>The facts of <see cref="Story"/> are recorded one a minute from noon.</summary>
public class HappenedBoardTests
{
    private static readonly Guid Incident = Guid.Parse("01a209b3-5aac-7757-9fb5-e1f30ffe7c06");

    private static readonly IDomainEvent[] Declared =
    [
        new CrisisDeclared(new("fire"), Text("Brand"), Text("Hot mot liv"), PlanName.Normal, 1, null, [Incident]),
        .. Led,
    ];

    private static readonly EntryWritten Seen = new(At(3), Text("Rök från trapphus B"), EntryCategory.Observation, null);

    [Fact]
    public void A_late_entry_stands_where_it_happened_and_not_where_it_was_written()
    {
        var late = new EntryWritten(At(3), Text("Hissen stod"), EntryCategory.Observation, Text("Ringde först nu"));
        var journal = Of([.. Declared, Seen with { Happened = At(4) }, Report(At(5)), late]);

        var board = HappenedBoard.Of(journal, At(4))!;

        Said(board).ShouldBe([Seen.Text.Words, "Hissen stod"]);
        (board.HappenedBy, board.Version).ShouldBe((At(4), 6));
        Said(Fold.Of<Board>(journal.TakeWhile(f => f.RecordedAt <= At(4)))).ShouldBe([Seen.Text.Words]);
    }

    [Fact]
    public void A_correction_is_read_where_the_entry_stands_also_one_made_later()
    {
        var first = new EntryCorrected(Id(4), Text("Trapphus C"), Text("Fel trapphus"));
        var second = new EntryCorrected(Id(4), Text("Trapphus D"), Text("Fel igen"));
        var board = HappenedBoard.Of(Of([.. Declared, Seen, first, second]), At(4))!;

        var line = board.Latest.Single(l => l.Event is EntryWritten);
        (((EntryWritten)line.Event).Text.Words, line.Corrected, line.EventId).ShouldBe(("Trapphus D", true, Id(4)));
        board.Latest.ShouldNotContain(l => l.Event is EntryCorrected);
    }

    [Fact]
    public void An_entry_whose_time_was_put_right_stands_where_it_happened_in_truth()
    {
        var later = new EntryWritten(At(4), Text("Hissen stod"), EntryCategory.Observation, null);
        var wrong = new EntryCorrected(Id(5), Text("Hissen stod"), Text("Fel klocka"), At(2));
        var right = wrong with { Happened = At(1) };
        var journal = Of([.. Declared, Seen with { Happened = At(3) }, later, wrong, right]);

        Said(HappenedBoard.Of(journal, At(2))!).ShouldBe(["Hissen stod"]);
        Said(HappenedBoard.Of(Of([.. Declared, Seen, later]), At(3))!).ShouldBe([Seen.Text.Words]);
    }

    [Fact]
    public void A_report_of_an_incident_is_there_from_when_it_happened_once_the_crisis_is()
    {
        var journal = Of([
            .. Declared,
            Report(At(-30), version: 2, "Lågor"),
            Report(At(-40), version: 1, "Rök"),
            Report(At(6), 3, "Släckt"),
        ]);

        var board = HappenedBoard.Of(journal, At(1))!;
        var incident = board.Incidents.Single();
        (incident.Text!.Value.Words, incident.OccurredAt, incident.LearnedAt).ShouldBe(("Lågor", At(-30), At(4)));
        HappenedBoard.Of(journal, At(6))!.Incidents.Single().Text!.Value.Words.ShouldBe("Släckt");
        HappenedBoard.Of(journal, At(0)).ShouldBeNull();
        HappenedBoard.Of([], At(9)).ShouldBeNull();
    }

    [Fact]
    public void What_was_said_of_an_incident_before_it_was_linked_is_there_once_it_is()
    {
        var other = Id(77);
        var journal = Of([
            .. Declared,
            new IncidentLinked(other),
            new IncidentReportReceived(other, 1, ReportedFact.Report, Text("Läcka"), At(2)),
        ]);

        HappenedBoard.Of(journal, At(3))!.Incidents.Select(i => i.IncidentId).ShouldBe([Incident]);
        HappenedBoard.Of(journal, At(4))!.Incidents.Single(i => i.IncidentId == other).Text!.Value.Words.ShouldBe("Läcka");
    }

    [Fact]
    public void A_decision_counts_from_when_it_was_taken_and_executed_ones_stay_so()
    {
        // The phone's clock runs ahead of ours: it says that the decision is taken after it was recorded as executed.
        var ahead = Decided(1, At(4).AddSeconds(90));
        var journal = Of([.. Declared, ahead, new DecisionExecuted(1, Text("Klart")), Decided(2, At(4).AddSeconds(30))]);

        var board = HappenedBoard.Of(journal, At(5))!;
        (board.DecisionsTaken, board.OpenDecisions.Keys.Single()).ShouldBe((2, 2));
        HappenedBoard.Of(journal, At(4))!.OpenDecisions.Keys.ShouldBe([1]);
    }

    [Fact]
    public void Writing_late_of_an_earlier_hour_is_a_sign_of_life_when_it_is_written()
    {
        var journal = Of([.. Declared, new HolderCalled(FunctionKey.CrisisLeader, Vd, At(9)), Seen with { LateReason = Text("Nu först") }]);
        journal = [.. journal.Take(3), journal[3] with { By = PersonId.System }, journal[4]];

        HappenedBoard.Of(journal, At(4))!.Klo.Post(FunctionKey.CrisisLeader)!.Call.ShouldNotBeNull();
        HappenedBoard.Of(journal, At(5))!.Klo.Post(FunctionKey.CrisisLeader)!.Call.ShouldBeNull();
    }

    [Fact]
    public void Where_all_was_told_as_it_happened_it_is_the_board_as_it_was_known()
    {
        var journal = Of([.. Declared, Seen with { Happened = At(4) }, Decided(1, At(5)), Report(At(6))]);
        foreach (var version in Enumerable.Range(1, journal.Count))
        {
            var known = Fold.Of<Board>(journal.Take(version));
            var happened = HappenedBoard.Of(journal, At(version))!;
            var same = happened with { HappenedBy = null, Version = known.Version, RecordedAt = known.RecordedAt };
            Show(same).ShouldBe(Show(known));
        }
    }

    private static IEnumerable<string?> Said(Board board) =>
        board.Latest.Select(l => l.Event).OfType<EntryWritten>().Select(e => e.Text.Words);

    private static IncidentReportReceived Report(DateTimeOffset happened, long version = 1, string text = "Rök") =>
        new(Incident, version, ReportedFact.Report, Text(text), happened);

    private static DecisionTaken Decided(int number, DateTimeOffset at) =>
        new(number, Text("Utrym"), Text("Rök"), [], null, null, null, null, null, at, null);
}
