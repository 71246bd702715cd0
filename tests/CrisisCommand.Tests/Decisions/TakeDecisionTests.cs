using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class TakeDecisionTests
{
    private static readonly TakeDecision Evacuate = new(Text("Utrym hus 4"), Text("Rasrisk"));
    private static readonly DecisionGrounds None = new();

    [Fact]
    public void Is_numbered_and_carries_function_and_mandate_of_who_decides() =>
        Evacuate.Decide(Log(), Staff(), Leading, At(10), None).ShouldBeExactly(Taken(1));

    [Fact]
    public void Taken_twice_is_two_decisions_with_two_numbers() =>
        Log().Twice(now => Evacuate.Decide(now, Staff(), Leading, At(10), None)).ThenExactly(Taken(2)).ShouldBeExactly(Taken(1));

    [Fact]
    public void The_same_as_one_s_own_of_a_moment_ago_is_asked_about_first()
    {
        var lately = None with { Lately = None.Lately.Add(3, "Utrym hus 4").Add(5, "Utrym hus 4") };
        var refused = Evacuate.Decide(Log(), Staff(), Leading, At(10), lately);
        refused.ShouldBeRefused(DecisionRefusals.SameAgain);
        refused.Refusal!.Members["number"].ShouldBe(5);
        (Evacuate with { EvenSo = true }).Decide(Log(), Staff(), Leading, At(10), lately).ShouldBeExactly(Taken(1));
        (Evacuate with { Decision = Text("Utrym hus 5") }).Decide(Log(), Staff(), Leading, At(10), lately).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_moment_ago_is_two_minutes_and_what_was_withdrawn_or_another_s_is_not_one_s_own()
    {
        var log = Evacuate
            .Decide(Log(), Staff(), Leading, At(10), None)
            .Events.Aggregate(Log(), (l, e) => l.After(new(e, 9, Id(9), At(10), Vd)));
        log.Lately(Vd, At(12)).Select(d => d.Taken.Number).ShouldBe([1]);
        log.Lately(Vd, At(12).AddTicks(1)).ShouldBeEmpty();
        log.Lately(new("vd-1"), At(11)).ShouldBeEmpty();
        log.After(new(new DecisionWithdrawn(1, Text("Fel")), 10, Id(10), At(11), Vd)).Lately(Vd, At(11)).ShouldBeEmpty();
    }

    [Fact]
    public void A_deputy_decides_as_deputy()
    {
        var passed = new HandoverAccepted(FunctionKey.CrisisLeader, Vd, new("vd-1"), Mandate.Deputy);
        var capacity = new Capacity(FunctionKey.CrisisLeader, ActingMandate.Deputy, Id(3));
        Evacuate
            .Decide(Log(passed), Staff(passed), capacity, At(10), None)
            .ShouldBeExactly(Taken(1) with { Mandate = Mandate.Deputy, Capacity = capacity });
    }

    [Fact]
    public void Who_convened_it_decides_in_no_function()
    {
        var capacity = new Capacity(null, ActingMandate.Convener, Id(1));
        Evacuate
            .Decide(Log(), Staff(), capacity, At(10), None)
            .ShouldBeExactly(Taken(1) with { Function = null, Mandate = null, Capacity = capacity });
    }

    [Fact]
    public void What_was_decided_a_quarter_of_an_hour_ago_says_why_it_comes_late()
    {
        (Evacuate with { DecidedAt = At(10) }).Decide(Log(), Staff(), Leading, At(25), None).ShouldBeExactly(Taken(1));
        var late = Evacuate with { DecidedAt = At(9) };
        late.Decide(Log(), Staff(), Leading, At(25), None).ShouldBeRefused(DecisionRefusals.LateReasonRequired);
        (late with { LateReason = Text("Telefonen var död") })
            .Decide(Log(), Staff(), Leading, At(25), None)
            .ShouldBeExactly(Taken(1) with { DecidedAt = At(9), LateReason = Text("Telefonen var död") });
    }

    [Fact]
    public void What_was_decided_before_the_crisis_is_taken_and_what_no_set_clock_says_is_not()
    {
        var early = Evacuate with { DecidedAt = Noon.AddDays(-1), LateReason = Text("Per telefon kvällen före") };
        early.Decide(Log(), Staff(), Leading, At(10), None).Refusal.ShouldBeNull();
        (early with { DecidedAt = DateTimeOffset.UnixEpoch })
            .Decide(Log(), Staff(), Leading, At(10), None)
            .ShouldBeRefused(DecisionRefusals.TooLongAgo);
    }

    [Fact]
    public void A_board_that_was_served_later_was_not_decided_on()
    {
        var seen = new BoardSeen(Id(99), 3, 1, new(new string('a', 64)), Vd, At(6));
        var take = Evacuate with { DecidedAt = At(5), Receipt = "sealed" };
        take.Decide(Log(), Staff(), Leading, At(10), new(seen)).ShouldBeRefused(DecisionRefusals.ReceiptLaterThanDecision);
        (take with { DecidedAt = At(6) }).Decide(Log(), Staff(), Leading, At(10), new(seen)).Refusal.ShouldBeNull();
        (take with { DecidedAt = null }).Decide(Log(), Staff(), Leading, At(10), new(seen)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Is_carried_out_by_a_function_of_the_plan_or_a_person_who_is_known()
    {
        var take = Evacuate with { Executor = new("kalle") };
        take.Decide(Log(), Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.UnknownExecutor.With("kalle"));
        take.Decide(Log(), Staff(), Leading, At(10), new(Person: new("kalle"))).Refusal.ShouldBeNull();
        (Evacuate with { Executor = Situation }).Decide(Log(), Staff(), Leading, At(10), None).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Carries_all_that_it_refers_to()
    {
        var seen = new BoardSeen(Id(99), 3, 1, new(new string('a', 64)), Vd, At(3));
        var take = Evacuate with
        {
            Basis = [Id(1)],
            Alternatives = Text("Avvakta"),
            Executor = Situation,
            DueAt = At(60),
            DecidedAt = At(5),
            Receipt = "sealed",
        };
        take.Decide(Log(), Staff(), Leading, At(10), new(seen))
            .ShouldBeExactly(
                Taken(1) with
                {
                    Basis = [Id(1)],
                    Alternatives = Text("Avvakta"),
                    Executor = Situation,
                    DueAt = At(60),
                    DecidedAt = At(5),
                    Receipt = seen,
                }
            );
    }

    [Fact]
    public void Cannot_have_been_taken_in_the_future()
    {
        (Evacuate with { DecidedAt = At(12) }).Decide(Log(), Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.InTheFuture);
        (Evacuate with { DecidedAt = At(11) })
            .Decide(Log(), Staff(), Leading, At(10), None)
            .ShouldBeExactly(Taken(1) with { DecidedAt = At(11) });
    }

    [Fact]
    public void What_it_refers_to_must_exist() =>
        Evacuate
            .Decide(Log(), Staff(), Leading, At(10), new(Refusal: DecisionRefusals.UnknownBasis.With("9")))
            .ShouldBeRefused(DecisionRefusals.UnknownBasis.With("9"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Evacuate.Decide(Log(StoodDown), Staff(), Leading, At(10), None).ShouldBeRefused(DecisionRefusals.StoodDown);
}
