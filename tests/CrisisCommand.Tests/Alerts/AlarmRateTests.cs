using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class AlarmRateTests
{
    [Fact]
    public void The_eleventh_within_a_minute_is_a_flood_and_nobody_elses_is()
    {
        var rate = new AlarmRate();
        bool At(double seconds, AlertOrigin origin, PersonId? receiver = null) =>
            rate.IsFlood("live", origin, receiver, Story.Noon.AddSeconds(seconds));

        Enumerable.Range(0, AlarmRate.AtOnce).Select(n => At(n, Origin)).ShouldNotContain(true);
        At(11, Origin).ShouldBeTrue();
        At(11, Origin with { Weight = AlertWeight.Extreme }).ShouldBeFalse();
        At(11, Origin with { Sender = new("sensor") }).ShouldBeFalse();
        At(11, Origin, Jour).ShouldBeFalse();
        // What the kind is makes no difference: a sender does not get round it by another word.
        At(11, Origin with { Kind = new("storm") }).ShouldBeTrue();
        At(60, Origin).ShouldBeFalse();
        At(60, Origin).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Severity.Extreme, "other", AlertWeight.Extreme)]
    [InlineData(Severity.Severe, "other", AlertWeight.Severe)]
    [InlineData(Severity.Unknown, "explosion", AlertWeight.Threat)]
    [InlineData(Severity.Unknown, "heating-outage", AlertWeight.Usual)]
    [InlineData(Severity.Minor, "fire", AlertWeight.Usual)]
    [InlineData(Severity.Moderate, "fire", AlertWeight.Usual)]
    public void The_senders_word_weighs_first_and_the_kind_where_there_is_none(Severity severity, string kind, AlertWeight weight) =>
        AlertOrigin.Of(Alarmed with { Severity = severity, Kind = new(kind) }).ShouldBe(new AlertOrigin(Tib, weight, new(kind)));
}
