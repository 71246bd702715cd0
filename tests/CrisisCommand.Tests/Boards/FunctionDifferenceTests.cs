using CrisisCommand.Boards;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Boards.BoardDifferenceGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

/// <summary>What came of the functions between two boards.</summary>
public class FunctionDifferenceTests
{
    private static readonly PersonId Analyst = new("situation");

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

    private static readonly EntryWritten Entry = new(At(9), Text("Rök"), EntryCategory.Observation, null);

    private static IEnumerable<string> BySystem(IDomainEvent[] before, IDomainEvent[] between) =>
        Changes(before, between, PersonId.System).Select(c => c.Item3);
}
