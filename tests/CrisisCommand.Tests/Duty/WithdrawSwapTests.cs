using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

public class WithdrawSwapTests
{
    private static readonly ShiftSwapped Swapped = new(Layer, Story.Id(9), Anna, Cia, Oct(1, 20), Oct(2, 20));
    private static readonly WithdrawSwap Withdraw = new(Story.Id(9));

    [Fact]
    public void A_swap_is_withdrawn_once()
    {
        var withdrawn = new SwapWithdrawn(Layer, Story.Id(9), Oct(1, 20));
        Roster(AnnaThenBo, Swapped).Twice(now => Withdraw.Decide(now, Oct(1, 12))).ThenNothing().ShouldBeExactly(withdrawn);
    }

    [Fact]
    public void One_that_has_begun_ends_at_the_second() =>
        Withdraw
            .Decide(Roster(AnnaThenBo, Swapped), Oct(2, 6).AddMilliseconds(700))
            .ShouldBeExactly(new SwapWithdrawn(Layer, Story.Id(9), Oct(2, 6)));

    [Fact]
    public void What_is_over_passed_on_or_unknown_is_not()
    {
        var passedOn = new ShiftSwapped(Layer, Story.Id(10), Cia, Bo, Oct(2, 0), Oct(2, 6));
        Withdraw.Decide(Roster(AnnaThenBo, Swapped), Oct(2, 20)).ShouldBeRefused(DutyRefusals.SwapIsOver);
        Withdraw.Decide(Roster(AnnaThenBo, Swapped, passedOn), Oct(1, 12)).ShouldBeRefused(DutyRefusals.SwapPassedOn);
        Withdraw.Decide(Roster(AnnaThenBo), Oct(1, 12)).ShouldBeRefused(DutyRefusals.UnknownSwap);
        var first = new SwapWithdrawn(Layer, Story.Id(10), Oct(2, 0));
        Withdraw.Decide(Roster(AnnaThenBo, Swapped, passedOn, first), Oct(1, 12)).Refusal.ShouldBeNull();
    }
}
