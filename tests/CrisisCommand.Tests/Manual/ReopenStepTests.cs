using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

public class ReopenStepTests
{
    private static readonly ReopenStep Reopen = new(Text("Fel ruta"));
    private static readonly CardStepReopened Reopened = new(FireCard, Count, Reopen.Why);

    [Fact]
    public void A_tick_is_taken_back() => Decide(new CardStepDone(FireCard, Count)).ShouldBeExactly(Reopened);

    [Fact]
    public void Only_once() =>
        Work(new CardStepDone(FireCard, Count))
            .Twice(now => Reopen.Decide(now, Edition, FireCard, Count))
            .ThenRefused(ManualRefusals.StillOpen.With("rakna"))
            .ShouldBeExactly(Reopened);

    [Fact]
    public void A_skipped_step_is_opened_again() =>
        Decide(new CardStepSkipped(FireCard, Count, Text("Polisen räknar"))).ShouldBeExactly(Reopened);

    [Fact]
    public void What_was_never_worked_is_open_already() => Decide().ShouldBeRefused(ManualRefusals.StillOpen.With("rakna"));

    [Fact]
    public void Is_refused_after_the_stand_down() =>
        Decide(new CardStepDone(FireCard, Count), StoodDown).ShouldBeRefused(ManualRefusals.StoodDown);

    private static Outcome Decide(params IDomainEvent[] before) => Reopen.Decide(Work(before), Edition, FireCard, Count);
}
