using CrisisCommand.Duty;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Duty.DutyGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Duty;

/// <summary>A layer that is not staffed by day has no gap by day: only what is meant to be covered is missed.</summary>
public class StaffedHoursTests
{
    private static readonly RosterLayer Property = new("property-on-call");

    /// <summary>Monday the 5th to Monday the 12th of October 2026, midnight in Stockholm.</summary>
    private static readonly Gap Week = new(Oct(4, 22), Oct(11, 22));

    [Fact]
    public void A_week_without_anybody_is_missed_outside_office_hours_and_over_the_whole_weekend() =>
        Areas
            .RealGaps(Property, [Week])
            .ShouldBe([
                new(Oct(4, 22), Oct(5, 5)),
                new(Oct(5, 14), Oct(6, 5)),
                new(Oct(6, 14), Oct(7, 5)),
                new(Oct(7, 14), Oct(8, 5)),
                new(Oct(8, 14), Oct(9, 5)),
                new(Oct(9, 14), Oct(11, 22)),
            ]);

    [Fact]
    public void The_rest_of_it_is_unstaffed_on_purpose_and_both_together_are_the_week()
    {
        var meant = Areas.MeantGaps(Property, [Week]).ToList();

        meant.Select(g => (g.Start, g.End)).ShouldBe(Enumerable.Range(5, 5).Select(day => (Oct(day, 5), Oct(day, 14))));
        var together = meant.Concat(Areas.RealGaps(Property, [Week])).OrderBy(g => g.Start).ToList();
        together[0].Start.ShouldBe(Week.Start);
        together.Zip(together.Skip(1), (one, next) => (one.End, next.Start)).ShouldAllBe(t => t.End == t.Start);
        together[^1].End.ShouldBe(Week.End);
    }

    [Fact]
    public void The_night_on_which_the_clocks_change_begins_and_ends_by_the_clock() =>
        // Friday the 23rd to Monday the 26th; summer time ends on the 25th.
        Areas.RealGaps(Property, [new(Oct(23, 12), Oct(26, 9))]).ShouldBe([new(Oct(23, 14), Oct(26, 6))]);

    [Fact]
    public void A_layer_that_the_reference_does_not_speak_of_is_always_meant_to_be_staffed()
    {
        Areas.RealGaps(RosterLayer.OnCallManager, [Week]).ShouldBe([Week]);
        Areas.MeantGaps(RosterLayer.OnCallManager, [Week]).ShouldBeEmpty();
        Areas.IsStaffed(RosterLayer.OnCallManager, Oct(5, 10)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(5, 4, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 13, false)]
    [InlineData(5, 14, true)]
    [InlineData(10, 10, true)]
    public void At_an_instant(int day, int hour, bool staffed) => Areas.IsStaffed(Property, Oct(day, hour)).ShouldBe(staffed);

    [Theory]
    [InlineData("16:00:00", "07:00:00")]
    [InlineData("07:00:00", "07:00:00")]
    public void Hours_that_end_before_they_begin_stop_the_start(string from, string to)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(
            file,
            $$"""
            { "kinds": ["fire"], "areas": [],
              "layers": [{ "layer": "nights", "unstaffed": [{ "days": ["monday"], "from": "{{from}}", "to": "{{to}}" }] }] }
            """
        );
        try
        {
            var own = new ConfigurationBuilder().AddInMemoryCollection([new("Reference:File", file)]).Build();
            Should.Throw<InvalidOperationException>(() => ReferenceData.Load(own)).Message.ShouldContain("nights");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
