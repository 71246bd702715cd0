using CrisisCommand.Decisions;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using static CrisisCommand.Tests.Decisions.DecisionSample;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Decisions;

public class TakeDecisionTests
{
    private static readonly TakeDecision Evacuate = new(Text("Utrym hus 4"), Text("Rasrisk"));
    private static readonly DecisionGrounds None = new();

    [Fact]
    public void Is_numbered_and_carries_function_and_mandate_of_who_decides() =>
        Evacuate.Decide(Log(), Vd, At(10), None).ShouldBeExactly(Taken(1));

    [Fact]
    public void Taken_twice_is_two_decisions_with_two_numbers() =>
        Evacuate.Decide(Log(Taken(1)), Vd, At(10), None).ShouldBeExactly(Taken(2));

    [Fact]
    public void A_deputy_decides_as_deputy() =>
        Evacuate
            .Decide(Log(new HandoverAccepted(FunctionKey.CrisisLeader, Vd, new("vd-1"), Mandate.Deputy)), new("vd-1"), At(10), None)
            .ShouldBeExactly(Taken(1) with { Mandate = Mandate.Deputy });

    [Fact]
    public void Who_holds_no_function_decides_without_one() =>
        Evacuate.Decide(Log(), new("jour"), At(10), None).ShouldBeExactly(Taken(1) with { Function = null, Mandate = null });

    [Fact]
    public void Who_leads_and_holds_more_decides_as_leader() =>
        Evacuate.Decide(Log(new FunctionStaffed(new("communications"), Vd, Mandate.Appointed)), Vd, At(10), None).ShouldBeExactly(Taken(1));

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
        take.Decide(Log(), Vd, At(10), new(seen))
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
        (Evacuate with { DecidedAt = At(12) }).Decide(Log(), Vd, At(10), None).ShouldBeRefused(DecisionRefusals.InTheFuture);
        (Evacuate with { DecidedAt = At(11) }).Decide(Log(), Vd, At(10), None).ShouldBeExactly(Taken(1) with { DecidedAt = At(11) });
    }

    [Fact]
    public void What_it_refers_to_must_exist() =>
        Evacuate
            .Decide(Log(), Vd, At(10), new(Refusal: DecisionRefusals.UnknownExecutor.With("nobody")))
            .ShouldBeRefused(DecisionRefusals.UnknownExecutor.With("nobody"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Evacuate.Decide(Log(StoodDown), Vd, At(10), None).ShouldBeRefused(DecisionRefusals.StoodDown);
}
