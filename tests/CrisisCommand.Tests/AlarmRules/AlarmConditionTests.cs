using System.Text.Json;
using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.AlarmRules.RuleGiven;

namespace CrisisCommand.Tests.AlarmRules;

/// <summary>What a rule is about, and what the product's own rules come to.</summary>
public class AlarmConditionTests
{
    private static readonly AlarmPlace City = new(null, AlarmReach.Municipality);
    private static readonly AlarmPlace Malmo = new(null, AlarmReach.Elsewhere);
    private static readonly AlarmPlace Nowhere = new(null, AlarmReach.Unknown);

    [Fact]
    public void Places_that_are_named_are_any_of_them_and_what_is_false_is_excepted()
    {
        Holding(new()).ShouldBe("ragsved cityWide elsewhere unknown");
        Holding(new(Areas: [Ragsved])).ShouldBe("ragsved");
        Holding(new(Areas: [Skarholmen])).ShouldBe("");
        Holding(new(Areas: [Ragsved], CityWide: true)).ShouldBe("ragsved cityWide");
        Holding(new(CityWide: true)).ShouldBe("cityWide");
        Holding(new(Elsewhere: true)).ShouldBe("elsewhere");
        Holding(new(Elsewhere: false)).ShouldBe("ragsved cityWide unknown");
        Holding(new(CityWide: false, Elsewhere: false)).ShouldBe("ragsved unknown");
    }

    [Fact]
    public void An_alarm_for_several_areas_is_for_each_of_them() =>
        new AlarmCondition(Areas: [Skarholmen])
            .Holds(Alarm() with { Places = [new(Ragsved, AlarmReach.Ours), new(Skarholmen, AlarmReach.Ours)] })
            .ShouldBeTrue();

    [Theory]
    [InlineData(22, 6, 22 * 60, true)]
    [InlineData(22, 6, (6 * 60) - 1, true)]
    [InlineData(22, 6, 6 * 60, false)]
    [InlineData(22, 6, 12 * 60, false)]
    [InlineData(6, 22, 6 * 60, true)]
    [InlineData(6, 22, 22 * 60, false)]
    [InlineData(22, 0, 0, false)]
    public void Hours_may_go_over_midnight(int from, int to, int minute, bool holds) =>
        new AlarmCondition(Between: Between(from, to)).Holds(Alarm(minute: minute)).ShouldBe(holds);

    [Fact]
    public void The_time_of_day_is_that_of_stockholm_summer_and_winter()
    {
        DayTime.Of(new(2026, 7, 1, 20, 30, 0, TimeSpan.Zero)).ToString().ShouldBe("22:30");
        DayTime.Of(new(2026, 12, 1, 21, 30, 0, TimeSpan.Zero)).ToString().ShouldBe("22:30");
    }

    [Theory]
    [InlineData("\"22:00\"", 1320)]
    [InlineData("\"00:00\"", 0)]
    [InlineData("\"24:00\"", null)]
    [InlineData("\"6:00\"", null)]
    [InlineData("\"22:00:00\"", null)]
    [InlineData("2200", null)]
    public void A_time_of_day_is_read_strictly(string json, int? minutes)
    {
        if (minutes is { } known)
        {
            JsonSerializer.Deserialize<DayTime>(json).Minutes.ShouldBe(known);
            JsonSerializer.Serialize(new DayTime(known)).ShouldBe(json);
        }
        else
        {
            Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DayTime>(json));
        }
    }

    [Fact]
    public void What_does_not_hold_is_told() =>
        new AlarmCondition(Kinds: [new("storm")], Severities: [Severity.Minor], Elsewhere: true)
            .Misses(Alarm())
            .ShouldBe([AlarmAspect.Place, AlarmAspect.Kind, AlarmAspect.Severity]);

    [Fact]
    public void The_product_s_own_rules_leave_nothing_unsaid_and_each_decides()
    {
        var space = new AlarmRuleSpace(AlarmRuleBook.Initial.Rules, Story.Areas);
        space.Unmatched.ShouldBeNull();
        space.NeverApplied.ShouldBeNull();
    }

    [Fact]
    public void Only_what_is_mild_and_certainly_elsewhere_wakes_nobody_on_the_first_day()
    {
        foreach (var severity in Enum.GetValues<Severity>())
        {
            var isMild = severity is Severity.Minor or Severity.Moderate;
            Own(Alarm(place: Malmo, severity: severity)).ShouldBe(isMild ? AlarmVerdict.Log : AlarmVerdict.Call);
            foreach (var place in new AlarmPlace?[] { null, City, Nowhere })
            {
                Own(Alarm(place: place, severity: severity)).ShouldBe(AlarmVerdict.Call);
            }
        }
    }

    [Fact]
    public void What_is_severe_and_sent_by_tib_is_told_to_the_leader_too()
    {
        var byTib = Incident.Initial with
        {
            Source = AlarmSource.Cap,
            RaisedBy = [new PersonId("tib")],
            Areas = [Ragsved],
            Severity = Severity.Severe,
        };
        Own(AlarmTraits.Of(byTib, Story.Noon)).ShouldBe(AlarmVerdict.CallAndInform);
        Own(AlarmTraits.Of(byTib with { Severity = Severity.Moderate }, Story.Noon)).ShouldBe(AlarmVerdict.Call);
        Own(AlarmTraits.Of(byTib with { RaisedBy = [new PersonId("smhi")] }, Story.Noon)).ShouldBe(AlarmVerdict.Call);
        Own(AlarmTraits.Of(byTib with { Areas = [], Reach = AlarmReach.Elsewhere }, Story.Noon)).ShouldBe(AlarmVerdict.Call);
        Own(AlarmTraits.Of(byTib with { Areas = [] }, Story.Noon)).ShouldBe(AlarmVerdict.CallAndInform);
    }

    private static AlarmVerdict Own(AlarmTraits alarm) => AlarmRuleBook.Initial.Apply(alarm, Story.Id(1)).Verdict;

    private static string Holding(AlarmCondition when) =>
        string.Join(' ', new AlarmPlace[] { new(Ragsved, AlarmReach.Ours), City, Malmo, Nowhere }.Where(p => when.Takes(p)));
}
