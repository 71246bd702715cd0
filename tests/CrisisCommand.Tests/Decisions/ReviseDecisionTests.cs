using CrisisCommand.Decisions;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class ReviseDecisionTests
{
    private static readonly ReviseDecision OtherHouse = new(Text("Utrym hus 5"), Text("Rasrisk"), Text("Fel hus"));
    private static readonly DecisionGrounds None = new();

    [Fact]
    public void A_new_decision_takes_the_place_of_the_old_one() =>
        OtherHouse
            .Decide(Log(Taken(1)), 1, Vd, At(10), None)
            .ShouldBeExactly(Taken(2, "Utrym hus 5"), new DecisionRevised(1, 2, Text("Fel hus")));

    [Fact]
    public void The_new_one_has_the_next_number_of_the_crisis() =>
        OtherHouse
            .Decide(Log(Taken(1), Taken(2), Taken(3)), 2, Vd, At(10), None)
            .ShouldBeExactly(Taken(4, "Utrym hus 5"), new DecisionRevised(2, 4, Text("Fel hus")));

    [Fact]
    public void Only_once_and_then_the_new_one()
    {
        var log = Log(Taken(1), Taken(2), new DecisionRevised(1, 2, Text("Fel hus")));
        OtherHouse.Decide(log, 1, Vd, At(10), None).ShouldBeRefused(DecisionRefusals.NotOpen.As("revised").With("1"));
        OtherHouse.Decide(log, 2, Vd, At(10), None).ShouldBeExactly(Taken(3, "Utrym hus 5"), new DecisionRevised(2, 3, Text("Fel hus")));
    }

    [Fact]
    public void The_new_one_obeys_the_rules_of_any_decision()
    {
        (OtherHouse with { DecidedAt = At(20) }).Decide(Log(Taken(1)), 1, Vd, At(10), None).ShouldBeRefused(DecisionRefusals.InTheFuture);
        OtherHouse
            .Decide(Log(Taken(1)), 1, Vd, At(10), new(Refusal: DecisionRefusals.ForgedReceipt))
            .ShouldBeRefused(DecisionRefusals.ForgedReceipt);
    }

    [Fact]
    public void An_unknown_number_is_refused() =>
        OtherHouse.Decide(Log(), 1, Vd, At(10), None).ShouldBeRefused(DecisionRefusals.Unknown.With("1"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        OtherHouse.Decide(Log(Taken(1), StoodDown), 1, Vd, At(10), None).ShouldBeRefused(DecisionRefusals.StoodDown);
}
