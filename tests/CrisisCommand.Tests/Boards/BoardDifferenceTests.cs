using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using CrisisCommand.Tests.House;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

public class BoardDifferenceTests
{
    private static readonly Guid Fire = Id(71);
    private static readonly Guid Leak = Id(72);
    private static readonly Guid Task = Id(73);
    private static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    private static readonly PersonId Deputy = new("vd-1");
    private static readonly PersonId Analyst = new("situation");

    private static readonly IDomainEvent[] Declared =
    [
        new CrisisDeclared(new("fire"), Text("Brand"), Text("Hot mot liv"), PlanName.Normal, 1, null, [Fire]),
        .. Led,
    ];

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
    public void A_function_is_called_answered_staffed_and_passed_on()
    {
        Changes(
                Declared,
                [
                    new FunctionSummoned(Situation, Analyst, 0, At(30)),
                    new SummonsAnswered(Situation, Analyst, SummonsAnswer.Coming, null),
                    new FunctionStaffed(Situation, Analyst, Mandate.Holder),
                ]
            )
            .ShouldBe([
                (
                    BoardCell.Function,
                    "situation",
                    "person-summoned",
                    "Lägesbild och analys: Person situation kallad, svar senast 2026-11-23 13:30:00 +01:00."
                ),
                (BoardCell.Function, "situation", "person-comes", "Lägesbild och analys: Person situation kommer."),
                (BoardCell.Function, "situation", "function-staffed", "Lägesbild och analys: Person situation är på plats."),
            ]);
        IDomainEvent offered = new HandoverOffered(Leader, Vd, Deputy, Text("Läget"));
        Codes(Declared, [offered]).ShouldBe(["handover-waits"]);
        Codes([.. Declared, offered], [new HandoverDeclined(Leader, Vd, Deputy, Text("Nej"))]).ShouldBe(["handover-refused"]);
        Codes([.. Declared, offered], [new HandoverAccepted(Leader, Vd, Deputy, Mandate.Deputy)]).ShouldBe(["function-passed"]);
    }

    [Fact]
    public void A_function_is_silent_vacant_and_taken_over()
    {
        IDomainEvent summoned = new FunctionSummoned(Situation, Analyst, 0, At(30));
        IDomainEvent vacant = new FunctionLeftVacant(Situation);
        Codes([.. Declared, summoned], [new SummonsUnanswered(Situation, Analyst), vacant]).ShouldBe(["person-silent", "function-vacant"]);
        Codes([.. Declared, summoned], [new SummonsAnswered(Situation, Analyst, SummonsAnswer.Declined, null)])
            .ShouldBe(["person-declined"]);
        Codes([.. Declared, vacant], [summoned]).ShouldBe(["person-summoned", "function-sought"]);

        IDomainEvent called = new HolderCalled(Leader, Vd, At(30));
        IDomainEvent silent = new HolderSilent(Leader, Vd);
        BySystem([.. Declared], [called]).ShouldBe(["holder-called"]);
        BySystem([.. Declared, called], [silent]).ShouldBe(["holder-silent"]);
        Codes([.. Declared, called], [Entry]).ShouldBe(["holder-heard"]);
        BySystem([.. Declared, called, silent], [new FunctionTakenOver(Leader, Vd, Deputy, Mandate.Deputy)]).ShouldBe(["function-taken"]);
    }

    [Fact]
    public void Another_plan_brings_and_ends_functions()
    {
        var press = new FunctionKey("communications");
        var reorganised = new KloReorganised(
            PlanName.Wartime,
            1,
            [new(Leader, [Vd, Deputy]), new(press, [new("communications")])],
            [new(Leader, Leader)],
            Text("Höjd beredskap")
        );
        Codes(Declared, [reorganised]).ShouldBe(["plan-changed", "function-new", "function-gone"]);
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
                (BoardCell.Situation, "ragsved", "status-reported", "Rågsved: normal"),
            ]);
        IDomainEvent before = new SituationReported(Text("Oro"), [new(null, Situation, new("strained"), null)]);
        Changes([.. Declared, before], [new SituationReported(Text("Värre"), [new(null, Situation, new("critical"), null)])])
            .Last()
            .ShouldBe((BoardCell.Situation, "situation", "status-turned", "Lägesbild och analys: critical; det var strained."));
    }

    [Fact]
    public void More_decisions_than_a_board_shows_are_none_that_went()
    {
        var many = Enumerable.Range(1, BoardWording.ShownDecisions + 5).Select(n => (IDomainEvent)Decided(n));
        Codes([.. Declared, .. many.SkipLast(1)], [many.Last()]).ShouldBe(["decision-taken"]);
    }

    private static readonly EntryWritten Entry = new(At(9), Text("Rök"), EntryCategory.Observation, null);

    private static IEnumerable<string> Codes(IDomainEvent[] before, IDomainEvent[] between) =>
        Changes(before, between).Select(c => c.Item3);

    private static IEnumerable<string> BySystem(IDomainEvent[] before, IDomainEvent[] between) =>
        Changes(before, between, PersonId.System).Select(c => c.Item3);

    private static List<(BoardCell, string?, string, string)> Changes(IDomainEvent[] before, IDomainEvent[] between, PersonId? by = null)
    {
        var facts = Of([.. before, .. between])
            .Select(f => by is { } who && f.Version > Declared.Length ? f with { By = who } : f)
            .ToList();
        var words = new Words(Words.Swedish);
        return
        [
            .. BoardDifference
                .Between(View(facts.Take(before.Length), words, Severity.Unknown), View(facts, words, Severity.Severe), words)
                .Select(c => (c.Cell, c.Subject, c.Change, c.Words)),
        ];
    }

    /// <summary>The fire as told once, and graver where something was heard of it.</summary>
    private static BoardView View(IEnumerable<Fact> facts, Words words, Severity severity)
    {
        var board = Fold.Of<Board>(facts);
        var reported = new IncidentReported(new("fire"), Text("Ekholmen 3"), null, null, Text("Rök"));
        var fire = Fold.Of<Incident>(Of(reported)) with { Severity = board.Crisis.LearnedOf(Fire) > 0 ? severity : Severity.Unknown };
        var wording = new BoardWording(words, p => $"Person {p}", Composition.Catalogue, new Dictionary<Guid, Incident> { [Fire] = fire });
        return wording.View(board, Id(70), Realm.Live, int.MaxValue);
    }

    private static TaskGiven Given(Guid id, string text) => new(id, Text(text), Situation, null, null);

    private static DecisionTaken Decided(int number) =>
        new(number, Text($"Beslutat {number}"), Text("Rök"), [], null, null, null, null, null, At(1), null);
}
