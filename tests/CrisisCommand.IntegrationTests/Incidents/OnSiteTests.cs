using System.Net;
using CrisisCommand.IntegrationTests.Alerts;
using CrisisCommand.IntegrationTests.Duty;
using CrisisCommand.IntegrationTests.Pages;

namespace CrisisCommand.IntegrationTests.Incidents;

/// <summary>Whoever is on duty in any layer, or reported an incident, reads it and reports on it; neither has anything more by that.</summary>
public class OnSiteTests(Product product)
{
    [Fact]
    public async Task Whoever_is_on_duty_follows_an_incident_until_the_duty_ends()
    {
        var (jour, vd, caretaker) = (await product.As("jour"), await product.As("vd"), await product.Newcomer("caretaker"));
        var relief = await product.Newcomer("relief");
        var incident = await Report(jour);
        (await caretaker.Get(incident)).ShouldBe(HttpStatusCode.Forbidden).Problem.ShouldBe("access.not-permitted");

        var layer = RosterCalendars.NewLayer();
        await vd.Adopted(layer, OnDutyNow(caretaker.Person));
        (await caretaker.Get(incident)).ShouldBe(HttpStatusCode.OK).Json["text"]!.ToString().ShouldBe("Rök i trapphus");
        (await caretaker.Post($"{incident}/reports", new { text = "Branden är i källaren" })).ShouldBe(HttpStatusCode.NoContent);
        (await caretaker.Get(incident)).Json["log"]![1]!["words"]!.ToString().ShouldBe("Ny uppgift om händelsen: Branden är i källaren");

        // Neither the list nor anything else about it.
        (await caretaker.Get("/incidents")).ShouldBe(HttpStatusCode.Forbidden);
        (await caretaker.Post($"{incident}/verification", new { verified = true, text = "Brinner" })).ShouldBe(HttpStatusCode.Forbidden);
        (await caretaker.Post($"{incident}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.Forbidden);

        await vd.Adopted(layer, OnDutyNow(relief.Person));
        (await caretaker.Get(incident)).ShouldBe(HttpStatusCode.Forbidden);
        (await caretaker.Post($"{incident}/reports", new { text = "Och nu?" })).ShouldBe(HttpStatusCode.Forbidden);
        (await relief.Get(incident)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_reported_an_incident_follows_it_and_nobody_else_does()
    {
        var (reporter, other) = (await product.Newcomer("reporter"), await product.Newcomer("other"));
        var incident = await Report(reporter);

        (await reporter.Get(incident)).ShouldBe(HttpStatusCode.OK).Json["text"]!.ToString().ShouldBe("Rök i trapphus");
        (await reporter.Post($"{incident}/reports", new { text = "Tre hostar" })).ShouldBe(HttpStatusCode.NoContent);
        (await reporter.Post($"{incident}/assessment", new { severity = "minor", text = "x" })).ShouldBe(HttpStatusCode.Forbidden);

        (await other.Get(incident)).ShouldBe(HttpStatusCode.Forbidden);
        var refused = (await other.Post($"{incident}/reports", new { text = "x" })).ShouldBe(HttpStatusCode.Forbidden);
        refused.Problem.ShouldBe("access.not-permitted");
        (await other.Get($"/incidents/{Fresh.Id()}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Else whoever cannot get there would end the calling; and whoever keeps the rosters would read what they like.</summary>
    [Fact]
    public async Task Their_report_does_not_take_the_alarm_and_an_operator_has_nothing_by_a_roster()
    {
        var (jour, vd, caretaker) = (await product.As("jour"), await product.As("vd"), await product.Newcomer("caretaker"));
        var incident = await AlertSteps.Alarm(product);
        await AlertSteps.Seen(product, incident, a => a["status"]!.GetValue<string>() == "waiting");
        await vd.Adopted(RosterCalendars.NewLayer(), OnDutyNow(caretaker.Person));
        await vd.Adopted(RosterCalendars.NewLayer(), OnDutyNow("operator"));

        var report = new { text = "Jag kommer inte fram" };
        (await caretaker.Post($"/incidents/{incident}/reports", report)).ShouldBe(HttpStatusCode.NoContent);
        (await (await product.As("operator")).Get($"/incidents/{incident}")).ShouldBe(HttpStatusCode.Forbidden);

        // What comes after it is followed after it: the alarm is whose act it was.
        var seen = new { verified = true, text = "Det brinner" };
        (await jour.Post($"/incidents/{incident}/verification", seen)).ShouldBe(HttpStatusCode.NoContent);
        await AlertSteps.Seen(product, incident, a => a["acknowledgedBy"]?.GetValue<string>() == "jour");
    }

    [Fact]
    public async Task Their_page_has_the_report_alone()
    {
        var reporter = await product.Newcomer("reporter");
        var incident = (await Report(reporter)).Replace("/api", "", StringComparison.Ordinal);
        using var browsing = await Browsing.As(reporter, product);

        var page = await (await browsing.Get(incident)).Content.ReadAsStringAsync();

        page.ShouldContain($"{incident}/reports");
        page.ShouldNotContain($"{incident}/verification");
        page.ShouldNotContain($"{incident}/closure");
    }

    private static string OnDutyNow(string person)
    {
        var now = TimeProvider.System.GetUtcNow();
        return $"DTSTART:{now.AddHours(-1):yyyyMMdd'T'HHmmss'Z'}\nDTEND:{now.AddHours(1):yyyyMMdd'T'HHmmss'Z'}\nSUMMARY:{person}";
    }

    private static async Task<string> Report(Caller caller) => (
            await caller.Post(
                "/incidents",
                new
                {
                    kind = "fire",
                    area = "skarholmen",
                    place = "Ekholmen 3",
                    text = "Rök i trapphus",
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Location!;
}
