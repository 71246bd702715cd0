using System.Text;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Sveriges Radio's JSON gives the same alert as CAP in XML (C12).</summary>
public class VmaJsonTests
{
    [Fact]
    public void The_same_alarm_in_JSON_and_XML_is_the_same_alert()
    {
        var reading = Read(VmaSample.Whole);
        reading.Deviations().ShouldBeEmpty();
        reading.Alerts[0].Alert.ShouldBe(CapSample.Alert(VmaSample.Xml));
        Changed("0180", "0181").Alerts[0].Alert.ShouldNotBe(CapSample.Alert(VmaSample.Xml));
    }

    [Fact]
    public void One_alert_or_an_array_of_them_needs_no_envelope()
    {
        var whole = Read(VmaSample.Whole).Alerts[0];
        Read(VmaSample.Alert).Alerts.ShouldBe([whole]);
        Read($"[{VmaSample.Alert},{VmaSample.Alert}]").Alerts.ShouldBe([whole, whole]);
        Read("\uFEFF" + VmaSample.Alert).Alerts.ShouldBe([whole]);
    }

    [Fact]
    public void Version_three_sends_an_array_of_categories_and_an_expiry()
    {
        var info = Changed("\"category\": \"Safety\"", "\"category\": [\"Safety\", \"Cyber\"], \"expires\": \"2025-01-14T12:00:00+01:00\"")
            .Alerts[0]
            .Alert.Infos[0];
        info.Categories.ShouldBe([new("Safety", CapCategory.Safety), new("Cyber", null)]);
        info.Expires.ShouldBe(new DateTimeOffset(2025, 1, 14, 12, 0, 0, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_cancel_has_no_info()
    {
        var start = VmaSample.Alert[..VmaSample.Alert.IndexOf("\"info\"", StringComparison.Ordinal)];
        var references = "\"references\": \"https://vmaapi.sr.se,SRCAP1T,2025-01-14T07:00:00+01:00\"";
        var reading = Read(start.Replace("\"Alert\"", "\"Cancel\"").Replace("\"references\": null", references) + "\"info\": null}");
        reading.Deviations().ShouldBeEmpty();
        var alert = reading.Alerts[0].Alert;
        (alert.MsgType, alert.Infos.Count, alert.References.Single().Identifier).ShouldBe((CapMsgType.Cancel, 0, "SRCAP1T"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{\"valueName\": \"\", \"value\": \"\"}]")]
    [InlineData("{}")]
    public void The_whole_nation_has_an_empty_geocode(string geocode)
    {
        var reading = Changed("[{\"valueName\": \"Kommun\", \"value\": \"0180\"}]", geocode);
        reading.Problems.ShouldBeEmpty();
        reading.Alerts[0].Alert.Infos[0].Areas[0].Geocodes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"status\": \"Actual\", ", "", "missing-required-element /alerts/0")]
    [InlineData("\"Actual\"", "\"Real\"", "invalid-enum-value /alerts/0/status")]
    [InlineData("\"Actual\"", "null", "missing-required-element /alerts/0")]
    [InlineData("\"Actual\"", "[\"Actual\", \"Test\"]", "duplicate-element /alerts/0/status/1")]
    [InlineData("\"status\": \"Actual\"", "\"status\": \"Actual\", \"status\": \"Test\"", "duplicate-element /alerts/0/status")]
    [InlineData("SRCAP20250114074210T\"", "SR CAP\"", "invalid-identifier /alerts/0/identifier")]
    [InlineData("SRCAP20250114074210T\"", "SR\\u0000CAP\"", "invalid-identifier /alerts/0/identifier")]
    [InlineData("2025-01-14T07:42:10+01:00", "2025-01-14", "invalid-date /alerts/0/sent")]
    [InlineData("\"geocode\":", "\"circle\": \"1\", \"geocode\":", "invalid-circle /alerts/0/info/0/area/0/circle")]
    public void What_makes_an_alarm_ambiguous_is_refused_with_its_pointer(string from, string to, string problem) =>
        Changed(from, to).Problems().ShouldContain(problem);

    [Theory]
    [InlineData("\"web\": null", "\"\\udc00x\": 1", "unsupported-element /alerts/0/info/0/\uFFFD")]
    [InlineData("\"Severe\"", "\"Grim\"", "invalid-enum-value /alerts/0/info/0/severity")]
    [InlineData("\"web\": null", "\"a/b~\": 1", "unsupported-element /alerts/0/info/0/a~1b~0")]
    [InlineData("Brand i", "Brand \\u0000 i", "invalid-characters /alerts/0/info/0/description")]
    [InlineData("Brand i", "Brand \\ud800 i", "invalid-characters /alerts/0/info/0/description")]
    public void What_is_merely_against_the_standard_is_accepted(string from, string to, string deviation) =>
        Changed(from, to).Deviations().ShouldBe([deviation]);

    [Fact]
    public void Signs_that_no_database_stores_are_replaced() =>
        Changed("Brand i", "Brand \\u0000\\ud83d\\udd25 i").Alerts[0].Alert.Infos[0].Description!.ShouldStartWith("Brand \uFFFD🔥 i");

    [Fact]
    public void Half_a_surrogate_pair_in_any_name_never_throws() =>
        Read("{\"identifier\": \"\\ud800\", \"\\udc00x\": 1}").Problems().ShouldContain("invalid-identifier /identifier");

    [Fact]
    public void The_members_of_an_object_have_no_order()
    {
        var shuffled = Changed("\"language\": \"sv-SE\", \"category\": \"Safety\"", "\"category\": \"Safety\", \"language\": \"sv-SE\"");
        shuffled.Deviations().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "not-well-formed ")]
    [InlineData("{", "not-well-formed ")]
    [InlineData("<alert/>", "not-well-formed ")]
    [InlineData("{}", "no-alert ")]
    [InlineData("7", "no-alert ")]
    [InlineData("{\"\\udc00a\": 1, \"alerts\": [], \"\\ud800\": \"\\ud800\"}", "no-alert ")]
    [InlineData("{\"alerts\": []}", "no-alert ")]
    [InlineData("{\"alerts\": null}", "no-alert ")]
    public void JSON_without_an_alert_says_so(string json, string problem) => Read(json).Problems().ShouldBe([problem]);

    [Fact]
    public void Broken_JSON_is_named_for_what_it_is()
    {
        Read(new string('[', 100_000)).Problems[0].Code.ShouldBe(CapFaults.TooDeep);
        VmaJson.Read(Encoding.Latin1.GetBytes(VmaSample.Whole)).Problems[0].Code.ShouldBe(CapFaults.WrongEncoding);
        VmaJson.Read(new byte[5 * 1024 * 1024]).Problems[0].Code.ShouldBe(CapFaults.TooLarge);
        Read("[[{}, 1, \"x\"]]").Problems[0].Code.ShouldBe(CapFaults.MissingRequiredElement);
        Read($"[{{\"a\":[{string.Join(',', Enumerable.Repeat("0", 50_001))}]}}]").Problems[0].Code.ShouldBe(CapFaults.TooLarge);
    }

    private static CapReading Read(string json) => VmaJson.Read(Encoding.UTF8.GetBytes(json));

    private static CapReading Changed(string from, string to)
    {
        VmaSample.Whole.ShouldContain(from);
        return Read(VmaSample.Whole.Replace(from, to));
    }
}
