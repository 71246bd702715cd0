using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

public class FreshnessTests
{
    private static Freshness After(params IDomainEvent[] events) => State<Board>([.. Led, .. events]).Touched;

    private static DecisionTaken Decision(int number) =>
        new(number, Text("Utrym"), Text("Rök"), [], null, null, null, null, null, Noon, null);

    [Fact]
    public void A_part_is_as_old_as_the_last_fact_that_touched_it()
    {
        var task = Id(77);
        var touched = After(
            Decision(1),
            new TaskGiven(task, Text("Filtar"), Situation, null, null),
            new EntryWritten(Noon, Text("x"), EntryCategory.Observation, null)
        );

        touched.ShouldBe(new Freshness(Functions: At(2), Decisions: At(3), Tasks: At(4)));
    }

    [Fact]
    public void What_ends_touches_too() => After(Decision(1), new DecisionExecuted(1, Text("Klart"))).Decisions.ShouldBe(At(4));

    [Fact]
    public void The_same_again_touches_as_well()
    {
        var again = new SituationReported(Text("Lugnt"), []);
        After(again, again).Situation.ShouldBe(At(4));
    }

    [Fact]
    public void Silence_is_no_part_of_the_canonical_board() =>
        System
            .Text.Json.JsonSerializer.Serialize(State<Board>(Led), Json.Canonical([new Facts(BoardsJson.Default)], Board.FoldVersion))
            .ShouldNotContain("touched", Case.Insensitive);
}
