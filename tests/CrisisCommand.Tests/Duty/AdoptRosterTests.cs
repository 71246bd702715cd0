using CrisisCommand.Duty;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Duty.DutyGiven;

namespace CrisisCommand.Tests.Duty;

public class AdoptRosterTests
{
    private static readonly AdoptRoster Adopt = new(AnnaThenBo.Shifts, Digest, Oct(1, 8), Oct(31, 0));

    [Fact]
    public void A_roster_is_adopted_and_the_same_once_more_changes_nothing()
    {
        DutyRoster.Initial.Twice(now => Adopt.Decide(now, Layer, Story.Id(1))).ThenNothing().ShouldBeExactly(AnnaThenBo);
        Adopt.Decide(Roster(AnnaThenBo), Layer, Story.Id(2)).ShouldBeNothing();
        // Sent again two days later, with what is left of it.
        (Adopt with { From = Oct(3, 12), Shifts = [.. Adopt.Shifts.Skip(2)] })
            .Decide(Roster(AnnaThenBo), Layer, Story.Id(2))
            .ShouldBeNothing();
    }

    [Fact]
    public void What_reaches_further_or_says_otherwise_is_a_roster_of_its_own()
    {
        var further = Adopt with { Until = Oct(31, 12) };
        further
            .Decide(Roster(AnnaThenBo), Layer, Story.Id(2))
            .ShouldBeExactly(AnnaThenBo with { Calendar = Story.Id(2), Until = further.Until });
        var other = Adopt with { Shifts = [OnDuty(Cia, Oct(2, 0), Oct(3, 0))] };
        other
            .Decide(Roster(AnnaThenBo), Layer, Story.Id(2))
            .ShouldBeExactly(AnnaThenBo with { Calendar = Story.Id(2), Shifts = other.Shifts });
    }

    [Fact]
    public void A_roster_without_shifts_is_none() =>
        (Adopt with { Shifts = [] }).Decide(Roster(AnnaThenBo), Layer, Story.Id(2)).ShouldBeRefused(DutyRefusals.NothingFromThen);

    [Fact]
    public void The_horizon_is_a_midnight_two_years_on() =>
        RosterIntake.Horizon(Utc("2026-11-24T22:30:00Z")).ShouldBe(Utc("2028-11-23T23:00:00Z"));
}
