using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

public class SwapShiftTests
{
    private static readonly SwapShift Swap = new(Anna, Cia, Oct(1, 20), Oct(2, 20));
    private static readonly DateTimeOffset Now = Oct(1, 12);

    [Fact]
    public void Somebody_takes_over_a_part_of_two_shifts_and_cannot_take_it_twice()
    {
        var first = Roster(AnnaThenBo)
            .Twice(now => Swap.Decide(now, Story.Id(9), known: true, Now))
            .ThenRefused(DutyRefusals.NotOnDuty.With("anna"));
        var swapped = new ShiftSwapped(Layer, Story.Id(9), Anna, Cia, Oct(1, 20), Oct(2, 20));
        first.ShouldBeExactly(swapped);
        Swap.Decide(Roster(AnnaThenBo, swapped), Story.Id(10), known: true, Now).ShouldBeRefused(DutyRefusals.NotOnDuty.With("anna"));
    }

    [Fact]
    public void What_was_taken_over_is_passed_on()
    {
        var roster = Roster(AnnaThenBo, new ShiftSwapped(Layer, Story.Id(9), Anna, Cia, Oct(1, 20), Oct(2, 20)));
        new SwapShift(Cia, Bo, Oct(2, 0), Oct(2, 6))
            .Decide(roster, Story.Id(10), known: true, Now)
            .ShouldBeExactly(new ShiftSwapped(Layer, Story.Id(10), Cia, Bo, Oct(2, 0), Oct(2, 6)));
    }

    [Fact]
    public void Only_ones_own_duty_is_given_away_and_only_to_whom_it_is_news()
    {
        var roster = Roster(AnnaThenBo);
        (Swap with { End = Oct(3, 9) }).Decide(roster, Story.Id(9), true, Now).ShouldBeRefused(DutyRefusals.NotOnDuty);
        (Swap with { From = Bo }).Decide(roster, Story.Id(9), true, Now).ShouldBeRefused(DutyRefusals.NotOnDuty);
        (Swap with { To = Anna }).Decide(roster, Story.Id(9), true, Now).ShouldBeRefused(DutyRefusals.AlreadyOnDuty.With("anna"));
        Swap.Decide(roster, Story.Id(9), known: false, Now).ShouldBeRefused(DutyRefusals.UnknownPerson, "#/to");
        Swap.Decide(DutyRoster.Initial, Story.Id(9), true, Now).ShouldBeRefused(DutyRefusals.NotOnDuty);
    }

    [Fact]
    public void A_swap_has_a_length_and_lies_ahead()
    {
        var roster = Roster(AnnaThenBo);
        (Swap with { End = Swap.Start }).Decide(roster, Story.Id(9), true, Now).ShouldBeRefused(DutyRefusals.SwapEndsFirst);
        Swap.Decide(roster, Story.Id(9), true, Oct(1, 21)).ShouldBeRefused(DutyRefusals.SwapInThePast);
    }
}
