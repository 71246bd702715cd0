using System.Text;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

/// <summary>Every fault of a body is told at once, each where it stands (RFC 6901).</summary>
public class StrictJsonTests
{
    private const string Function = """{"key":"crisis-leader","name":"Krisledare","mandate":"Leder","holder":"vd","deputies":["vd-1"]}""";

    [Fact]
    public void A_right_body_has_no_faults()
    {
        var (content, faults) = Read<VerifyIncident>("""{"verified":true,"text":"Sett på plats"}""");

        faults.ShouldBeEmpty();
        content.ShouldBe(new VerifyIncident(true, CommittedText.Commit("Sett på plats")));
    }

    [Theory]
    [InlineData("""{"verified":true,"text":"x","extra":1}""", "#/extra platform.field-unknown")]
    [InlineData("""{"verified":true,"Text":"x","text":"x"}""", "#/Text platform.field-unknown")]
    [InlineData("""{"verified":true}""", "#/text platform.field-missing")]
    [InlineData("""{"verified":true,"text":null}""", "#/text platform.field-missing")]
    [InlineData("""{"verified":true,"text":"x","text":"y"}""", "#/text platform.field-doubled")]
    [InlineData("""{"verified":"true","text":"x"}""", "#/verified platform.field-invalid")]
    [InlineData("""{"verified":true,"text":7}""", "#/text platform.text-expected")]
    [InlineData("""{"verified":true,"text":" "}""", "#/text platform.text-empty")]
    [InlineData("""{"verified":true,"text":"x","a/b~c":1}""", "#/a~1b~0c platform.field-unknown")]
    [InlineData("""{"verified":true,"text":"\ud800"}""", "#/text platform.field-invalid")]
    [InlineData("""{"verified":true,"text":"x","\ud800":1}""", "# platform.text-unstorable")]
    [InlineData("[]", "# platform.object-expected")]
    [InlineData("\"x\"", "# platform.object-expected")]
    [InlineData("null", "# platform.object-expected")]
    [InlineData("", "# platform.not-json")]
    [InlineData("{\"verified\":tru", "# platform.not-json")]
    [InlineData("""{"verified":true,"text":"x",}""", "# platform.not-json")]
    [InlineData("""{"verified":true,"text":"x"} x""", "# platform.not-json")]
    public void A_fault_is_told_with_its_place(string json, string fault) => Faults<VerifyIncident>(json).ShouldBe([fault]);

    /// <summary>A body of nothing but faults was once answered with six times its size; no more is looked for than is told.</summary>
    [Theory]
    [InlineData("\"f{0}\":1")]
    [InlineData("\"text\":{0}")]
    public void Of_a_flood_of_faults_fifty_are_told(string member)
    {
        var json =
            "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(n => member.Replace("{0}", $"{n}", StringComparison.Ordinal))) + "}";

        var faults = Faults<VerifyIncident>(json).ToList();

        faults.Count.ShouldBe(50);
        faults[^1].ShouldBe("# platform.more-faults");
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Faults<VerifyIncident>("""{"verified":1,"text":"","more":[],"text":"x"}""")
            .ShouldBe([
                "#/verified platform.field-invalid",
                "#/text platform.text-empty",
                "#/more platform.field-unknown",
                "#/text platform.field-doubled",
            ]);

    [Theory]
    [InlineData(
        """{"functions":[FUNCTION,{"key":"Fel nyckel","name":"x","mandate":"","holder":"vd","deputies":[]}]}""",
        "#/functions/1/key platform.key-expected|#/functions/1/mandate platform.text-empty"
    )]
    [InlineData(
        """{"functions":[{"key":"a","name":"x","mandate":"y","holder":"vd","deputies":["vd-1","VD 2",3]}]}""",
        "#/functions/0/deputies/1 platform.key-expected|#/functions/0/deputies/2 platform.key-expected"
    )]
    [InlineData("""{"functions":[{"key":"a","name":"x","mandate":"y","holder":"vd"}]}""", "#/functions/0/deputies platform.field-missing")]
    [InlineData("""{"functions":[FUNCTION,null]}""", "#/functions/1 platform.object-expected")]
    [InlineData("""{"functions":{}}""", "#/functions platform.field-invalid")]
    [InlineData("{}", "#/functions platform.field-missing")]
    public void Faults_in_nested_arrays_are_told_with_their_index(string json, string faults) =>
        Faults<AdoptPlan>(json.Replace("FUNCTION", Function, StringComparison.Ordinal)).ShouldBe(faults.Split('|'));

    [Fact]
    public void Members_that_may_be_left_out_are_told_of_where_they_are_wrong()
    {
        Faults<DeclareCrisis>("""{"kind":"water-leak","title":"t","reason":"r","incidentIds":["x"]}""")
            .ShouldBe(["#/incidentIds/0 platform.field-invalid"]);
        Faults<DeclareCrisis>("""{"kind":"water-leak","title":"t","reason":"r","incidentIds":null}""").ShouldBeEmpty();
        Faults<TakeDecision>("""{"decision":"d","motive":"m","dueAt":"2026-11-23T12:00:00"}""")
            .ShouldBe(["#/dueAt platform.time-expected"]);
        Faults<ReportIncident>("""{"kind":"fire","place":"p","text":"t","area":""}""").ShouldBe(["#/area platform.key-expected"]);
    }

    /// <summary>A record may want a member and still take null for it.</summary>
    [Fact]
    public void Null_is_fine_where_the_type_says_so() =>
        Faults<DeclareCrisis>("""{"kind":"water-leak","title":"t","reason":"r","plan":null,"meetingPlace":null}""").ShouldBeEmpty();

    [Fact]
    public void A_body_nested_without_end_is_no_json() =>
        Faults<VerifyIncident>($$"""{"verified":true,"text":{{new string('[', 500)}}{{new string(']', 500)}}}""")
            .ShouldBe(["# platform.not-json"]);

    [Fact]
    public void Bytes_that_are_no_utf8_are_told() =>
        StrictJson
            .Read<VerifyIncident>([.. "{\"verified\":true,\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8], Composition.Spoken)
            .Faults.ShouldNotBeEmpty();

    private static (T? Content, IReadOnlyList<(string Pointer, Refusal Fault)> Faults) Read<T>(string json)
        where T : class => StrictJson.Read<T>(Encoding.UTF8.GetBytes(json), Composition.Spoken);

    private static IEnumerable<string> Faults<T>(string json)
        where T : class => Read<T>(json).Faults.Select(f => $"{f.Pointer} {f.Fault.Code}");
}
