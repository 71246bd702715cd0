using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

public class TickStepTests
{
    private static readonly TickStep Counted = new(FireCard, Count);
    private static readonly CardStepDone Done = new(FireCard, Count);

    [Fact]
    public void An_open_step_is_ticked() => Decide(Counted).ShouldBeExactly(Done);

    [Fact]
    public void The_same_tick_twice_is_one() => Work().Twice(now => Counted.Decide(now, Edition)).ThenNothing().ShouldBeExactly(Done);

    [Fact]
    public void A_skipped_step_is_done_after_all() =>
        Decide(Counted, new CardStepSkipped(FireCard, Count, Text("Polisen räknar"))).ShouldBeExactly(Done);

    [Fact]
    public void A_reopened_step_is_ticked_once_more() =>
        Decide(Counted, Done, new CardStepReopened(FireCard, Count, Text("Fel ruta"))).ShouldBeExactly(Done);

    [Fact]
    public void A_card_for_every_kind_is_worked_in_any_crisis() =>
        Decide(new TickStep(new("grund"), new("ring-112"))).ShouldBeExactly(new CardStepDone(new("grund"), new("ring-112")));

    [Fact]
    public void What_the_edition_does_not_have_is_refused_by_name()
    {
        Decide(new TickStep(new("jordskalv"), Count)).ShouldBeRefused(ManualRefusals.UnknownCard.With("jordskalv"));
        Decide(new TickStep(FireCard, new("ring-112"))).ShouldBeRefused(ManualRefusals.UnknownStep.With("ring-112", "brand"));
    }

    [Fact]
    public void A_card_for_another_kind_of_incident_is_refused() =>
        Decide(new TickStep(new("vatten"), new("stang"))).ShouldBeRefused(ManualRefusals.OtherKind.With("vatten", "fire"));

    [Fact]
    public void Is_refused_after_the_stand_down() => Decide(Counted, StoodDown).ShouldBeRefused(ManualRefusals.StoodDown);

    [Fact]
    public void Who_ticked_when_is_known()
    {
        var said = Work(Done).Of(FireCard, Count).ShouldNotBeNull();
        (said.Status, said.By, said.At, said.Why).ShouldBe((StepStatus.Done, Vd, At(2), null));
        Work(Done).StatusOf(FireCard, new("rita")).ShouldBe(StepStatus.Open);
    }

    private static Outcome Decide(TickStep tick, params IDomainEvent[] before) => tick.Decide(Work(before), Edition);
}
