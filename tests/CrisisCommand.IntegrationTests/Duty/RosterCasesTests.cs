using System.Net;
using CrisisCommand.IntegrationTests.Alarms;

namespace CrisisCommand.IntegrationTests.Duty;

/// <summary>Calendars that users stumbled over, as the operator sends them (<c>../shared/data/cases</c>).</summary>
public class RosterCasesTests(Product product)
{
    [Theory]
    [InlineData("ical-outlook-zone/02-displayname.ics")]
    [InlineData("ical-outlook-zone/04-customized.ics")]
    [InlineData("ical-outlook-zone/11-GMT+1.ics")]
    [InlineData("ical-fold-utf8/14-fold-utf8.ics")]
    [InlineData("ical-until-dst/23-allday-sameend.ics")]
    [InlineData("ical-until-dst/32-until-dst.ics")]
    [InlineData("ics-faults-beside-the-shift/roster.ics")]
    [InlineData("ics-rdate-period-lost/roster.ics")]
    [InlineData("ics-first-shift-outside-rule/roster.ics")]
    public async Task A_roster_of_such_a_calendar_is_adopted(string file)
    {
        CapFiles.Require();
        var op = await product.As("operator");
        (await op.Adopt(RosterCalendars.NewLayer(), CapFiles.Bytes("cases/" + file), query: "?from=2026-01-01T00:00:00Z")).ShouldBe(
            HttpStatusCode.NoContent
        );
    }

    [Theory]
    [InlineData("names-that-look-alike/n-nfd.ics")]
    [InlineData("names-that-look-alike/n-double.ics")]
    public async Task A_name_that_looks_alike_is_known(string file)
    {
        CapFiles.Require();
        var op = await product.As("operator");
        (await op.Put("/persons/asa-case", new { name = "Åsa Öberg Prov" })).ShouldBe(HttpStatusCode.NoContent);

        (await op.Adopt(RosterCalendars.NewLayer(), CapFiles.Bytes("cases/" + file), query: "?from=2026-01-01T00:00:00Z")).ShouldBe(
            HttpStatusCode.NoContent
        );
    }
}
