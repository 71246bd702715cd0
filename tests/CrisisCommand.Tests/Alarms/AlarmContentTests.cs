using System.Text;
using System.Text.Json;
using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>When two messages say the same.</summary>
public class AlarmContentTests
{
    private static readonly JsonSerializerOptions Spoken = Json.Spoken(new(JsonSerializerDefaults.Web), []);

    [Fact]
    public void The_same_alarm_says_the_same_in_xml_in_json_and_in_another_spelling()
    {
        var said = AlarmContent.Of(CapSample.Alert(VmaSample.Xml));
        AlarmContent.Of(VmaJson.Read(Encoding.UTF8.GetBytes(VmaSample.Whole)).Alerts[0].Alert).ShouldBe(said);
        AlarmContent.Of(CapSample.Alert(VmaSample.Xml.Replace("07:42:10+01:00", "06:42:10+00:00"))).ShouldBe(said);
        AlarmContent.Of(CapSample.Alert(VmaSample.Xml.Replace("><", ">\n  <"))).ShouldBe(said);
        AlarmContent.Of(CapSample.Alert($"<alerts>{VmaSample.Xml}</alerts>")).ShouldBe(said);
    }

    [Theory]
    [InlineData("<severity>Severe", "<severity>Extreme")]
    [InlineData("håll er på övre", "håll er på nedre")]
    [InlineData("<msgType>Alert", "<msgType>Ack")]
    [InlineData("<status>Actual", "<status>Test")]
    [InlineData("59.32,18.06", "59.33,18.06")]
    [InlineData("19:42:10", "20:42:10")]
    [InlineData("0180", "0181")]
    public void Whatever_else_it_says_is_other_content(string from, string to) =>
        AlarmContent.Of(CapSample.ReadChanged(from, to).Alerts[0].Alert).ShouldNotBe(AlarmContent.Of(CapSample.Alert(CapSample.Whole)));

    [Fact]
    public void A_typed_alarm_says_the_same_however_its_time_is_written()
    {
        var at = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        ReceiveTypedAlarm Typed() =>
            new(AlarmSource.Tib, new("fire"), CommittedText.Commit("Ekholmen 3"), CommittedText.Commit("Rök"), OccurredAt: at);
        var said = AlarmContent.Of(Typed(), Spoken);
        AlarmContent.Of(Typed() with { OccurredAt = at.ToOffset(TimeSpan.FromHours(1)) }, Spoken).ShouldBe(said);
        AlarmContent.Of(Typed() with { Text = CommittedText.Commit("Eld") }, Spoken).ShouldNotBe(said);
        AlarmContent.Of(Typed() with { Caller = CommittedText.Commit("Grannen") }, Spoken).ShouldNotBe(said);
        AlarmContent.Of(Typed() with { Area = new("skarholmen") }, Spoken).ShouldNotBe(said);
        AlarmContent.Of(Typed() with { OccurredAt = null }, Spoken).ShouldNotBe(said);
    }
}
