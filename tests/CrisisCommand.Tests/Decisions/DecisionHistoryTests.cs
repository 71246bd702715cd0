using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class DecisionHistoryTests
{
    private static readonly IReadOnlyList<Fact> Facts = Of(
        Taken(1),
        Taken(2),
        new DecisionExecuted(1, Text("Klart")),
        Taken(3),
        new DecisionRevised(2, 3, Text("Fel hus")),
        new DecisionWithdrawn(3, Text("Ingen fara"))
    );

    [Fact]
    public void Each_decision_has_its_facts_in_order()
    {
        var history = Fold.Of<DecisionHistory>(Facts);

        history
            .Decisions.Select(d => (d.Taken.Number, d.Status, d.Revises, d.RevisedBy))
            .ShouldBe([
                (1, DecisionStatus.Executed, null, null),
                (2, DecisionStatus.Revised, null, 3),
                (3, DecisionStatus.Withdrawn, 2, null),
            ]);
        history.Decisions.Select(d => d.Recorded.Version).ShouldBe([1L, 2L, 4L]);
        history.Decisions.Select(d => d.Since.Single().Version).ShouldBe([3L, 5L, 6L]);
    }

    [Fact]
    public void Agrees_with_what_the_rules_go_by() =>
        Fold.Of<DecisionHistory>(Facts)
            .Decisions.Select(d => d.Status)
            .ShouldBe(Fold.Of<DecisionLog>(Facts).Decisions.Select(d => d.Status));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void An_unknown_number_is_nothing(int number) => Fold.Of<DecisionHistory>(Facts).Of(number).ShouldBeNull();

    [Fact]
    public void What_was_decided_goes_with_its_function_to_another_plan()
    {
        FunctionKey supply = new("supply");
        var moved = new KloReorganised(new("wartime"), 1, [new(supply, [Vd])], [new(Situation, supply)], Text("Kriget"));
        var taken = DecisionSample.Taken(1) with { Function = Situation };
        State<DecisionLog>([.. Led, taken, moved]).Of(1)!.Function.ShouldBe(supply);
        // A function that begins anew under the old name has nothing to do with it.
        State<DecisionLog>([.. Led, taken, moved with { Mapping = [] }]).Of(1)!.Function.ShouldBeNull();
    }
}
