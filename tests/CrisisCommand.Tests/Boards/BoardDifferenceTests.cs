using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Boards.BoardDifferenceGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

public class BoardDifferenceTests
{
    private static readonly Guid Task = Id(73);

    [Fact]
    public void Nothing_differs_between_a_board_and_itself() => Changes([.. Declared, Decided(1)], []).ShouldBeEmpty();

    [Fact]
    public void Status_level_and_plan() =>
        Changes(
                [.. Declared, new CrisisLevelSet(CrisisLevel.Partial, Text("Ett område"))],
                [new CrisisLevelSet(CrisisLevel.Full, Text("Tre områden")), new KloStoodDown(Text("Över"))]
            )
            .ShouldBe([
                (BoardCell.Status, null, "crisis-stood-down", "Krisen är avvecklad."),
                (BoardCell.Level, null, "level-changed", "Krisnivå: Full krisledning; den var Delvis aktiverad. Skäl: Tre områden"),
            ]);

    [Fact]
    public void A_briefing_is_called_moved_called_again_after_it_was_held_and_called_off()
    {
        StaffBriefingCalled soon = new(At(5), null, null);
        StaffBriefingCalled later = new(At(90), null, null);

        Codes(Declared, [soon]).ShouldBe(["briefing-called"]);
        // Recorded at the fifth minute, when the first one began: it was held, and this is the next.
        Codes([.. Declared, soon], [later]).ShouldBe(["briefing-called"]);
        Codes([.. Declared, later], [later with { At = At(120) }]).ShouldBe(["briefing-moved"]);
        Codes([.. Declared, later], [later with { Place = Text("Teams") }]).ShouldBe(["briefing-otherwise"]);
        Codes([.. Declared, later], [new StaffBriefingCancelled(later.At, Text("Nej"))]).ShouldBe(["briefing-off"]);
    }

    [Fact]
    public void Incidents_come_are_heard_of_and_go()
    {
        Changes(
                Declared,
                [new IncidentLinked(Leak), new IncidentReportReceived(Fire, 3, ReportedFact.Assessment, Text("Sprider sig"), At(4))]
            )
            .ShouldBe([
                (BoardCell.Incident, $"{Fire}", "incident-told", "Brand, Ekholmen 3 – Bedömning: Sprider sig"),
                (
                    BoardCell.Incident,
                    $"{Fire}",
                    "incident-severity",
                    "Brand, Ekholmen 3 – allvarlighet: Allvarlig; det var: Okänd allvarlighet."
                ),
                (BoardCell.Incident, $"{Leak}", "incident-linked", "Händelse knuten till krisen: Annan händelse"),
            ]);
        Codes(Declared, [new IncidentUnlinked(Fire, Text("Nej"))]).ShouldBe(["incident-unlinked"]);
    }

    [Fact]
    public void Decisions_tasks_and_the_situation()
    {
        Changes(
                [.. Declared, Decided(1), Given(Task, "Ring fastighetsägaren")],
                [
                    new DecisionExecuted(1, Text("Klart")),
                    Decided(2),
                    Decided(3),
                    new DecisionWithdrawn(2, Text("Fel")),
                    new TaskDone(Task, Text("Klart")),
                    Given(Id(74), "Öppna mottagningsplats"),
                    new SituationReported(Text("Lugnt"), [new(new("ragsved"), null, new("normal"), null)]),
                ]
            )
            .ShouldBe([
                (BoardCell.Decision, "1", "decision-closed", "Beslut 1 är inte längre öppet: Beslutat 1"),
                (BoardCell.Decision, "2", "decision-came-and-went", "Beslut 2 togs och är inte längre öppet."),
                (BoardCell.Decision, "3", "decision-taken", "Beslut 3: Beslutat 3"),
                (BoardCell.Task, $"{Task}", "task-finished", "Klart av Lägesbild och analys: Ring fastighetsägaren"),
                (BoardCell.Task, $"{Id(74)}", "task-given", "Uppgift till Lägesbild och analys: Öppna mottagningsplats"),
                (BoardCell.Situation, null, "situation-reported", "Lägesbild: Lugnt"),
                (BoardCell.Situation, "ragsved", "status-reported", "Rågsved: normalt"),
            ]);
        IDomainEvent before = new SituationReported(Text("Oro"), [new(null, Situation, new("strained"), null)]);
        Changes([.. Declared, before], [new SituationReported(Text("Värre"), [new(null, Situation, new("critical"), null)])])
            .Last()
            .ShouldBe((BoardCell.Situation, "situation", "status-turned", "Lägesbild och analys: kritiskt; det var ansträngt."));
    }

    [Fact]
    public void Of_the_situation_only_what_was_told_between_them()
    {
        IDomainEvent before = new SituationReported(
            Text("Oro"),
            [new(new("skarholmen"), null, StatusKey.Critical, null), new(new("hasselby"), null, new("strained"), null)]
        );
        Changes(
                [.. Declared, before],
                [new SituationReported(Text("Lugnare"), [new(new("hasselby"), null, new("strained"), Text("Ett hus"))], At(90))]
            )
            .ShouldBe([
                (BoardCell.Situation, null, "situation-reported", "Lägesbild: Lugnare"),
                (BoardCell.Situation, null, "situation-next", "Nästa lägesrapport: 2026-11-23 14:30:00 +01:00"),
                (BoardCell.Situation, "hasselby", "status-still", "Hässelby: fortfarande ansträngt (Ett hus)"),
            ]);
        Codes([.. Declared, before], [new SituationReported(Text("Lugnt"), [])]).ShouldBe(["situation-reported"]);
        IDomainEvent own = new FunctionSituationReported(Situation, StatusKey.Critical, Text("Ingen kvar"));
        Codes([.. Declared, before], [own]).ShouldBe(["status-reported"]);
        Codes(Declared, [own]).ShouldBe(["status-reported"]);
        Codes([.. Declared, own], [new SituationReported(Text("Lugnt"), [])]).ShouldBe(["situation-reported"]);
    }

    [Fact]
    public void More_decisions_than_a_board_shows_are_none_that_went()
    {
        var many = Enumerable.Range(1, BoardWording.ShownDecisions + 5).Select(n => (IDomainEvent)Decided(n));
        Codes([.. Declared, .. many.SkipLast(1)], [many.Last()]).ShouldBe(["decision-taken"]);
    }
}
