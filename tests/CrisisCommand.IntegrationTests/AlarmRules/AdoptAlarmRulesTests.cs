using System.Net;
using static CrisisCommand.IntegrationTests.AlarmRules.RuleSteps;

namespace CrisisCommand.IntegrationTests.AlarmRules;

public class AdoptAlarmRulesTests(RulesProduct product) : IClassFixture<RulesProduct>
{
    private const string All = """{"name": "Alla", "when": {}, "then": "call"}""";
    private const string Night =
        """{"name": "Lindrigt på natten", "when": {"severities": ["minor", "moderate"], "areas": ["ragsved"], "between": {"from": "22:00", "to": "06:00"}}, "then": "log"}""";

    [Fact]
    public async Task Rules_are_adopted_as_versions_and_read_back_as_they_were()
    {
        var (jour, vd) = (await product.As("jour"), await product.As("vd"));
        // In a realm where nobody else adopts any.
        var before = (await jour.Get(Rules)).ShouldBe(HttpStatusCode.OK);
        (before.ETag, before.Json["version"]!.GetValue<long>(), before.Json["adoptedBy"]).ShouldBe(("\"0\"", 0L, null));
        before.Json["rules"]!.AsArray().Count.ShouldBe(3);

        (await jour.Adopt($"{Night}, {All}")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"");
        (await jour.Adopt($"{Night}, {All}")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"1\"", "the same is no new version");
        (await vd.Adopt(All, ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"2\"");
        (await jour.Adopt($"{Night}, {All}", ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.PreconditionFailed);

        var now = (await jour.Get(Rules)).ShouldBe(HttpStatusCode.OK).Json;
        (now["version"]!.GetValue<long>(), Text(now, "adoptedBy"), now["rules"]!.AsArray().Count).ShouldBe((2L, "vd", 1));
        var first = (await vd.Get($"{Rules}?version=1")).ShouldBe(HttpStatusCode.OK);
        (first.ETag, Text(first.Json, "adoptedBy")).ShouldBe(("\"1\"", "jour"));
        var night = first.Json["rules"]![0]!;
        (Text(night, "name"), Text(night, "then"), Text(night["when"]!["between"], "from")).ShouldBe(
            ("Lindrigt på natten", "log", "22:00")
        );
        (await vd.Get($"{Rules}?version=0")).ShouldBe(HttpStatusCode.OK).Json["rules"]!.AsArray().Count.ShouldBe(3);
        (await vd.Get($"{Rules}?version=3")).ShouldBeRefused(HttpStatusCode.NotFound, "alarm-rules.unknown-version");
        (await vd.Get($"{Rules}?version=en")).ShouldBeRefused(HttpStatusCode.NotFound, "alarm-rules.unknown-version");
        (await vd.Get(Rules, ("If-None-Match", "\"2\""))).ShouldBe(HttpStatusCode.NotModified);
        // What is read is what is adopted.
        var again = first.Json["rules"]!.ToJsonString();
        (await jour.Put(Rules, $$"""{"rules": {{again}}}""")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await (await product.As("jour", "ovning")).Get(Rules)).Json["version"]!.GetValue<long>().ShouldBe(0, "each realm has its own");
        // Whoever may say that nobody is woken does not say it unheard.
        await Eventually.Is(
            async () => (await vd.Get("/notices?limit=100")).ShouldBe(HttpStatusCode.OK).Json.AsArray(),
            notices => notices.Any(n => (Text(n, "person"), Text(n, "purpose")) == ("vd", "access"))
        );
    }

    [Fact]
    public async Task Rules_with_a_gap_or_a_cover_are_refused_with_an_alarm_that_shows_it()
    {
        var jour = await product.As("jour");
        var gap = await jour.Adopt(Night);
        gap.ShouldBeRefused(HttpStatusCode.BadRequest, "alarm-rules.unmatched", "#/rules");
        gap.Json["example"]!["severity"].ShouldNotBeNull();
        gap.Json["detail"]!.ToString().ShouldContain($"severity {gap.Json["example"]!["severity"]}");

        var cover = await jour.Adopt($"{All}, {Night}");
        cover.ShouldBeRefused(HttpStatusCode.BadRequest, "alarm-rules.never-applied", "#/rules/1");
        Text(cover.Json["example"], "area").ShouldBe("ragsved");

        var twice = await jour.Adopt(
            """{"name": "a", "when": {"kinds": ["fire"]}, "then": "log"}, {"name": "b", "when": {"kinds": ["fire"]}, "then": "call"},"""
                + All
        );
        twice.ShouldBeRefused(HttpStatusCode.BadRequest, "alarm-rules.contradicting", "#/rules/1");
    }

    [Theory]
    [InlineData("""{"areas": ["mars"]}""", "alarm-rules.unknown-area", "#/rules/0/when/areas/0")]
    [InlineData("""{"kinds": ["fire", "meteor"]}""", "alarm-rules.unknown-kind", "#/rules/0/when/kinds/1")]
    [InlineData("""{"severities": ["minor", "huge"]}""", "platform.invalid-body", "#/rules/0/when/severities/1")]
    [InlineData("""{"sources": ["cia"]}""", "platform.invalid-body", "#/rules/0/when/sources/0")]
    [InlineData("""{"urgencies": ["soon"]}""", "platform.invalid-body", "#/rules/0/when/urgencies/0")]
    [InlineData("""{"between": {"from": "25:00", "to": "06:00"}}""", "platform.invalid-body", "#/rules/0/when/between/from")]
    [InlineData("""{"between": {"from": "06:00"}}""", "platform.invalid-body", "#/rules/0/when/between/to")]
    [InlineData("""{"between": {"from": "06:00", "to": "06:00"}}""", "alarm-rules.hours-empty", "#/rules/0/when/between")]
    [InlineData("""{"weather": "bad"}""", "platform.invalid-body", "#/rules/0/when/weather")]
    public async Task What_is_unknown_is_named_by_its_place(string when, string code, string pointer) =>
        (await (await product.As("jour")).Adopt($$"""{"name": "En", "when": {{when}}, "then": "log"}, {{All}}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            code,
            pointer
        );

    [Theory]
    [InlineData("tib")]
    [InlineData("operator")]
    [InlineData("auditor")]
    [InlineData("observer")]
    [InlineData("chief-of-staff")]
    [InlineData("vd-1")]
    public async Task Whoever_only_sends_runs_reads_or_stands_by_does_not_say_who_is_woken(string person) =>
        (await (await product.As(person)).Adopt(All)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");

    [Fact]
    public async Task An_employee_does_not_even_read_what_rings()
    {
        var employee = await product.Newcomer("employee");
        (await employee.Get(Rules)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
        (await employee.Try(ForRagsved)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
    }
}
