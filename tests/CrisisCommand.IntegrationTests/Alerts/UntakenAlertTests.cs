using System.Net;
using CrisisCommand.Alerts;
using CrisisCommand.IntegrationTests.Duty;
using CrisisCommand.IntegrationTests.Pages;
using static CrisisCommand.IntegrationTests.Alerts.AlertSteps;

namespace CrisisCommand.IntegrationTests.Alerts;

/// <summary>On a hasty node nobody is waited for.</summary>
public class UntakenAlertTests
{
    [Fact]
    public async Task Silence_goes_down_the_path_once_each_also_over_the_end_of_the_node()
    {
        await using var hasty = new HastyProduct();
        await hasty.InitializeAsync();
        var incident = await Alarm(hasty);
        await Seen(hasty, incident, a => Persons(a).Contains("jour"));

        // Nobody is there when the time is over.
        await hasty.Restart(() => Eventually.Is(() => Due(hasty), due => due > 0));
        var alert = await Seen(hasty, incident, a => a["status"]!.GetValue<string>() == "exhausted");

        Persons(alert).Take(4).ShouldBe(["jour", "vd", "vd-1", "vd-2"]);
        (await Facts(hasty, incident))
            .Take(10)
            .ShouldBe([
                "alert_raised",
                "on_call_alerted",
                "alert_unanswered",
                "on_call_alerted",
                "alert_unanswered",
                "on_call_alerted",
                "alert_unanswered",
                "on_call_alerted",
                "alert_unanswered",
                "alert_exhausted",
            ]);
        // It does not end there: the operators, then the whole KLO, then the path again; and everybody who looks sees it.
        var again = await Seen(hasty, incident, a => a["round"]!.GetValue<int>() >= 2 && Persons(a).Contains("documentation-1"));
        (again["status"]!.ToString(), Persons(again).Skip(4).First()).ShouldBe(("exhausted", "operator"));
        var vd1 = await hasty.As("vd-1");
        (await vd1.Get("/readiness")).Json["untaken"]!.AsArray().Select(u => u!["incidentId"]!.GetValue<Guid>()).ShouldBe([incident]);
        using var browsing = await Browsing.As("vd-1", hasty);
        var untaken = await Page(browsing, $"/live/incidents/{incident}");
        untaken.ShouldContain("Ingen har tagit larmet");
        (await Page(browsing, "/live")).ShouldContain("Larm som ingen har tagit");
        (await Page(browsing, "/live/alerts/untaken")).ShouldContain($"/live/incidents/{incident}");

        // Late is better than never, and then nobody is called any more.
        (await vd1.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);
        (await Page(browsing, "/live")).ShouldNotContain("Larm som ingen har tagit");
        var facts = (await Facts(hasty, incident)).ToList();
        facts[^1].ShouldBe("alert_acknowledged");
        // Another alarm comes to its end, and is repeated, after all that this one might have called.
        var other = await Alarm(hasty);
        await Seen(hasty, other, a => a["round"]!.GetValue<int>() >= 2);
        (await Facts(hasty, incident)).ShouldBe(facts);
    }

    [Fact]
    public async Task An_acknowledgement_stops_the_clock_and_nobody_on_duty_is_told()
    {
        await using var hasty = new HastyProduct();
        await hasty.InitializeAsync();
        var vd = await hasty.As("vd");
        await vd.Adopted("on-call-manager", "DTSTART:20270801T000000Z\nDTEND:20270802T000000Z\nSUMMARY:jour");
        var incident = await Alarm(hasty);
        await Seen(hasty, incident, a => Persons(a).Contains("vd"));
        (await vd.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);

        // A later alarm runs to its end meanwhile.
        var other = await Alarm(hasty);
        await Seen(hasty, other, a => a["status"]!.GetValue<string>() == "exhausted");
        var alert = (await Alert(hasty, incident))!;
        (alert["status"]!.GetValue<string>(), alert["nobodyOnDuty"]!.GetValue<bool>()).ShouldBe(("acknowledged", true));
        (await Facts(hasty, incident)).Count(f => f == "alert_acknowledged").ShouldBe(1);
        (await Facts(hasty, incident)).ShouldNotContain("alert_exhausted");
    }

    /// <summary>Ten of one sender are called about again, so that a flood stays one; and no sender's flood stands before another's alarm.</summary>
    [Fact]
    public async Task Nobody_s_trifles_stand_before_another_s_alarm()
    {
        await using var hasty = new HastyProduct();
        await hasty.InitializeAsync();
        var insider = await hasty.Newcomer("employee");
        var trifles = new List<Guid>();
        for (var n = 0; n < UntakenAlerts.CalledAtOnce; n++)
        {
            trifles.Add(await Alarm(insider));
        }

        foreach (var trifle in trifles)
        {
            await Seen(hasty, trifle, a => a["status"]!.ToString() == "exhausted");
        }

        var (last, real) = (await Alarm(insider), await Alarm(hasty));
        await Seen(hasty, real, a => a["round"]!.GetValue<int>() >= 3 && Persons(a).Contains("documentation-1"));
        var behind = (await Alert(hasty, last))!;
        (behind["status"]!.ToString(), behind["round"]!.GetValue<int>(), Persons(behind).Count()).ShouldBe(("exhausted", 1, 4));

        // It comes up as one of those before it is taken.
        (await (await hasty.As("vd")).Post($"/incidents/{trifles[0]}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);
        await Seen(hasty, last, a => a["round"]!.GetValue<int>() >= 2);
    }

    private static async Task<string> Page(Browsing browsing, string path) =>
        WebUtility.HtmlDecode(await (await browsing.Get(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());

    /// <summary>Stored messages whose time is over.</summary>
    private static Task<long> Due(Product product) =>
        product.Scalar<long>(
            "select count(*) from crisis.wolverine_incoming_envelopes where status = 'Scheduled' and execution_time < now()"
        );
}
