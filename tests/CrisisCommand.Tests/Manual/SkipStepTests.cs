using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

public class SkipStepTests
{
    private static readonly SkipStep Skip = new(Text("Polisen räknar"));
    private static readonly CardStepSkipped Skipped = new(FireCard, Count, Skip.Why);

    [Fact]
    public void An_open_step_is_skipped_with_its_reason() => Decide().ShouldBeExactly(Skipped);

    [Fact]
    public void A_reason_once_given_is_not_overwritten() =>
        Work()
            .Twice(now => Skip.Decide(now, Edition, FireCard, Count))
            .ThenRefused(ManualRefusals.AlreadySkipped.With("rakna"))
            .ShouldBeExactly(Skipped);

    [Fact]
    public void What_is_done_is_not_skipped() =>
        Decide(new CardStepDone(FireCard, Count)).ShouldBeRefused(ManualRefusals.AlreadyDone.With("rakna"));

    [Fact]
    public void Is_skipped_when_reopened() =>
        Decide(new CardStepDone(FireCard, Count), new CardStepReopened(FireCard, Count, Text("Fel ruta"))).ShouldBeExactly(Skipped);

    [Fact]
    public void Is_refused_where_the_step_is_not_to_be_worked()
    {
        Decide(StoodDown).ShouldBeRefused(ManualRefusals.StoodDown);
        Skip.Decide(Work(), Edition, new("vatten"), new("stang")).ShouldBeRefused(ManualRefusals.OtherKind);
        Skip.Decide(Work(), Edition, FireCard, new("nej")).ShouldBeRefused(ManualRefusals.UnknownStep.With("nej", "brand"));
    }

    private static Outcome Decide(params IDomainEvent[] before) => Skip.Decide(Work(before), Edition, FireCard, Count);
}
