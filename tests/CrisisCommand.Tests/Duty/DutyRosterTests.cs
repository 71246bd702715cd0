using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

public class DutyRosterTests
{
    [Fact]
    public void Who_is_on_duty_until_when_and_who_comes_next()
    {
        var roster = Roster(AnnaThenBo);
        Show(roster.OnDuty(Oct(2, 12))).ShouldBe("anna 1-3");
        Show(roster.Next(Oct(2, 12))).ShouldBe("bo 3-5");
        // To the second: whoever comes at eight is on duty at eight.
        Show(roster.OnDuty(Oct(3, 8))).ShouldBe("bo 3-5");
        Show(roster.OnDuty(Oct(1, 7))).ShouldBe("-");
        Show(roster.Next(Oct(1, 7))).ShouldBe("anna 1-3");
        Show(roster.OnDuty(Oct(5, 8))).ShouldBe("-");
        Show(roster.Next(Oct(4, 0))).ShouldBe("-");
        roster.EndsAt.ShouldBe(Oct(5, 8));
    }

    [Fact]
    public void Where_shifts_overlap_the_highest_level_counts_and_equals_are_double_cover()
    {
        var roster = Roster(
            Adopted(
                Oct(1, 0),
                Oct(31, 0),
                OnDuty(Anna, Oct(1, 0), Oct(4, 0)),
                OnDuty(Bo, Oct(2, 0), Oct(3, 0), level: 1),
                OnDuty(Cia, Oct(3, 0), Oct(5, 0))
            )
        );
        roster.Watches.Select(Show).ShouldBe(["anna 1-2", "bo 2-3", "anna+cia 3-4", "cia 4-5"]);
        roster.Cover(Oct(1, 0), Oct(6, 0)).Doubles.Select(Show).ShouldBe(["anna+cia 3-4"]);
    }

    [Fact]
    public void The_cover_of_a_window_is_cut_to_it()
    {
        var cover = Roster(Adopted(Oct(1, 0), Oct(31, 0), OnDuty(Anna, Oct(2, 0), Oct(3, 0)), OnDuty(Bo, Oct(4, 0), Oct(9, 0))))
            .Cover(Oct(1, 0), Oct(6, 0));
        cover.Watches.Select(Show).ShouldBe(["anna 2-3", "bo 4-6"]);
        cover.Gaps.Select(g => $"{g.Start.Day}-{g.End.Day}").ShouldBe(["1-2", "3-4"]);
    }

    [Fact]
    public void A_later_roster_takes_nothing_from_the_time_before_it()
    {
        var roster = Roster(AnnaThenBo, Adopted(Oct(2, 20), Oct(31, 0), OnDuty(Cia, Oct(2, 8), Oct(6, 8))));
        roster.Watches.Select(Show).ShouldBe(["anna 1-2", "cia 2-6"]);
        roster.OnDuty(Oct(2, 19))!.Persons.ShouldBe([Anna]);
        roster.OnDuty(Oct(2, 20))!.Persons.ShouldBe([Cia]);
    }

    [Fact]
    public void Whoever_is_on_duty_in_both_stays_so_in_one_shift()
    {
        var roster = Roster(AnnaThenBo, AnnaThenBo with { From = Oct(2, 20) });
        roster.Planned.ShouldBe(AnnaThenBo.Shifts);
    }

    [Fact]
    public void A_swap_is_laid_over_the_roster_and_over_the_next_one_too()
    {
        var swapped = new ShiftSwapped(Layer, Story.Id(9), Anna, Cia, Oct(1, 20), Oct(2, 20));
        Roster(AnnaThenBo, swapped).Watches.Select(Show).ShouldBe(["anna 1-1", "cia 1-2", "anna 2-3", "bo 3-5"]);
        Roster(AnnaThenBo, swapped, AnnaThenBo with { From = Oct(1, 12) })
            .Watches.Select(Show)
            .ShouldBe(["anna 1-1", "cia 1-2", "anna 2-3", "bo 3-5"]);
    }

    [Fact]
    public void A_withdrawn_swap_leaves_what_was_served()
    {
        var swapped = new ShiftSwapped(Layer, Story.Id(9), Anna, Cia, Oct(1, 20), Oct(2, 20));
        Roster(AnnaThenBo, swapped, new SwapWithdrawn(Layer, Story.Id(9), Oct(1, 20)))
            .Watches.Select(Show)
            .ShouldBe(["anna 1-3", "bo 3-5"]);
        Roster(AnnaThenBo, swapped, new SwapWithdrawn(Layer, Story.Id(9), Oct(2, 6)))
            .Watches.Select(Show)
            .ShouldBe(["anna 1-1", "cia 1-2", "anna 2-3", "bo 3-5"]);
    }

    private static string Show(Watch? watch) =>
        watch is null ? "-" : $"{string.Join('+', watch.Persons)} {watch.Start.Day}-{watch.End.Day}";
}
