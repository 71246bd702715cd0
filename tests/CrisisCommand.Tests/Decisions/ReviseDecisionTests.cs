using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class ReviseDecisionTests
{
    private static readonly ReviseDecision OtherHouse = new(Text("Utrym hus 5"), Text("Rasrisk"), Text("Fel hus"));
    private static readonly DecisionGrounds None = new();

    private static DecisionRevised Revised(int number, int by, params RevisedPart[] changed) =>
        new(number, by, Text("Fel hus"), [.. changed]);

    [Fact]
    public void A_new_decision_takes_the_place_of_the_old_one() =>
        Log(Taken(1))
            .Twice(now => OtherHouse.Decide(now, 1, Staff(), Leading, At(10), None))
            .ThenRefused(DecisionRefusals.NotOpen.As("revised").With("1"))
            .ShouldBeExactly(Taken(2, "Utrym hus 5"), Revised(1, 2));

    [Fact]
    public void The_new_one_has_the_next_number_of_the_crisis() =>
        OtherHouse
            .Decide(Log(Taken(1), Taken(2), Taken(3)), 2, Staff(), Leading, At(10), None)
            .ShouldBeExactly(Taken(4, "Utrym hus 5"), Revised(2, 4));

    [Fact]
    public void Only_once_and_then_the_new_one()
    {
        var log = Log(Taken(1), Taken(2), Revised(1, 2));
        OtherHouse.Decide(log, 1, Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.NotOpen.As("revised").With("1"));
        OtherHouse.Decide(log, 2, Staff(), Leading, At(10), None).ShouldBeExactly(Taken(3, "Utrym hus 5"), Revised(2, 3));
    }

    [Fact]
    public void The_new_one_obeys_the_rules_of_any_decision()
    {
        (OtherHouse with { DecidedAt = At(20) })
            .Decide(Log(Taken(1)), 1, Staff(), Leading, At(10), None)
            .ShouldBeRefused(DecisionRefusals.InTheFuture);
        OtherHouse
            .Decide(Log(Taken(1)), 1, Staff(), Leading, At(10), new(Refusal: DecisionRefusals.ForgedReceipt))
            .ShouldBeRefused(DecisionRefusals.ForgedReceipt);
    }

    private static readonly DecisionTaken Whole = Taken(1) with
    {
        Basis = [Id(1)],
        // As it is read back: the words have been stored.
        Alternatives = Text("Avvakta").Again(),
        Executor = Situation,
        DueAt = At(60),
    };

    [Fact]
    public void What_it_does_not_speak_of_stays() =>
        OtherHouse
            .Decide(Log(Whole), 1, Staff(), Leading, At(10), None)
            .ShouldBeExactly(Whole with { Number = 2, Decision = Text("Utrym hus 5") }, Revised(1, 2));

    [Fact]
    public void What_it_clears_is_gone_and_what_changed_is_told() =>
        (OtherHouse with { Executor = new(null), DueAt = new(null), Basis = new(null), Alternatives = new(null) })
            .Decide(Log(Whole), 1, Staff(), Leading, At(10), None)
            .ShouldBeExactly(
                Taken(2, "Utrym hus 5"),
                Revised(1, 2, RevisedPart.Executor, RevisedPart.DueAt, RevisedPart.Basis, RevisedPart.Alternatives) with
                {
                    FromExecutor = Situation,
                    FromDueAt = At(60),
                }
            );

    [Fact]
    public void What_it_gives_takes_the_place_of_what_was() =>
        (OtherHouse with { Executor = new(FunctionKey.CrisisLeader), DueAt = new(At(60)) })
            .Decide(Log(Whole), 1, Staff(), Leading, At(10), None)
            .ShouldBeExactly(
                Whole with
                {
                    Number = 2,
                    Decision = Text("Utrym hus 5"),
                    Executor = FunctionKey.CrisisLeader,
                },
                Revised(1, 2, RevisedPart.Executor) with
                {
                    FromExecutor = Situation,
                }
            );

    [Fact]
    public void An_executor_that_is_there_no_more_is_named_anew()
    {
        var orphan = Whole with { Executor = new("gone") };
        OtherHouse.Decide(Log(orphan), 1, Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.UnknownExecutor.With("gone"));
        (OtherHouse with { Executor = new(Situation) }).Decide(Log(orphan), 1, Staff(), Leading, At(10), None).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Late_ones_say_why_as_any_decision_does() =>
        (OtherHouse with { DecidedAt = At(9) })
            .Decide(Log(Whole), 1, Staff(), Leading, At(25), None)
            .ShouldBeRefused(DecisionRefusals.LateReasonRequired);

    [Fact]
    public void An_unknown_number_is_refused() =>
        OtherHouse.Decide(Log(), 1, Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.Unknown.With("1"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        OtherHouse.Decide(Log(Taken(1), StoodDown), 1, Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.StoodDown);
}
