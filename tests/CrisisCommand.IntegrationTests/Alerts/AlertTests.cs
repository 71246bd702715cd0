using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Duty;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Alerts;

/// <summary>The product with so little time to answer that silence can be waited for.</summary>
public sealed class HastyProduct : Product
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1);

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("CrisisCommand:AnswerWithin", AnswerWithin.ToString());
    }
}

/// <summary>The product as shipped, but for the alerts' own hasty node: an alarm waits its three minutes.</summary>
public class AlertTests(Product product)
{
    [Fact]
    public async Task The_on_call_manager_is_alerted_and_an_acknowledgement_stops_it()
    {
        var incident = await Alarm(product);
        var jour = await product.As("jour");
        var alert = await Seen(product, incident, a => a["status"]!.GetValue<string>() == "waiting");
        Persons(alert).ShouldBe(["jour"]);
        (alert["alerted"]![0]!["answerBy"]!.GetValue<DateTimeOffset>() - alert["raisedAt"]!.GetValue<DateTimeOffset>()).ShouldBe(
            TimeSpan.FromMinutes(3)
        );

        var vd = await product.As("vd");
        (await vd.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBeRefused(HttpStatusCode.Forbidden, "alerts.not-alerted");
        (await jour.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await jour.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe("\"3\"");
        (await Alert(product, incident))!["acknowledgedBy"]!.GetValue<string>().ShouldBe("jour");
    }

    [Fact]
    public async Task A_crisis_declared_from_it_ends_it_and_so_does_its_closure()
    {
        var vd = await product.As("vd");
        var (raised, closed) = (await Alarm(product), await Alarm(product));
        await Seen(product, raised, a => a["status"]!.GetValue<string>() == "waiting");
        await Seen(product, closed, a => a["status"]!.GetValue<string>() == "waiting");
        var crisis = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Hot mot liv",
            incidentIds = new[] { raised },
        };
        (await vd.Post("/crises", crisis)).ShouldBe(HttpStatusCode.Created);
        (await vd.Post($"/incidents/{closed}/closure", new { text = "Släckt" })).ShouldBe(HttpStatusCode.NoContent);

        (await Seen(product, raised, Ended))["endedBy"]!.GetValue<string>().ShouldBe("raised-to-crisis");
        (await Seen(product, closed, Ended))["endedBy"]!.GetValue<string>().ShouldBe("closed");
        (await (await product.As("jour")).Post($"/incidents/{closed}/alert/acknowledgement")).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "alerts.over"
        );
    }

    [Fact]
    public async Task What_our_own_people_report_alerts_nobody()
    {
        var vd = await product.As("vd");
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök",
        };
        var reported = (await vd.Post("/incidents", report)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        // An alarm that came after it has been looked at: so has the report.
        await Seen(product, await Alarm(product), a => a["status"]!.GetValue<string>() == "waiting");
        (await vd.Get($"/incidents/{reported}/alert")).ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found");
    }

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

        Persons(alert).ShouldBe(["jour", "vd", "vd-1", "vd-2"]);
        (await Facts(hasty, incident)).ShouldBe([
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
        // Late is better than never.
        (await (await hasty.As("vd-1")).Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);
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

    private static async Task<Guid> Alarm(Product product)
    {
        var tib = await product.As("tib");
        var alarm = new
        {
            source = "tib",
            kind = "fire",
            place = "Ekholmen 3",
            text = "Brand i trapphus",
            identifier = Guid.CreateVersion7().ToString(),
        };
        return (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
    }

    private static bool Ended(JsonNode alert) => alert["status"]!.GetValue<string>() == "ended";

    private static IEnumerable<string> Persons(JsonNode alert) => alert["alerted"]!.AsArray().Select(a => a!["person"]!.GetValue<string>());

    private static async Task<JsonNode> Seen(Product product, Guid incident, Func<JsonNode, bool> so) =>
        (await Eventually.Is(() => Alert(product, incident), alert => alert is not null && so(alert)))!;

    private static async Task<JsonNode?> Alert(Product product, Guid incident)
    {
        var reply = await (await product.As("vd")).Get($"/incidents/{incident}/alert");
        return reply.Status == HttpStatusCode.OK ? reply.Json : null;
    }

    private static async Task<IEnumerable<string>> Facts(Product product, Guid incident) =>
        JsonNode
            .Parse(
                (
                    await product.Scalar<string>(
                        "select json_agg(type order by version)::text from crisis.mt_events "
                            + $"where stream_id = '{CrisisCommand.Alerts.Alert.StreamOf(incident)}'"
                    )
                )!
            )!
            .AsArray()
            .Select(t => t!.GetValue<string>());

    /// <summary>Stored messages whose time is over.</summary>
    private static Task<long> Due(Product product) =>
        product.Scalar<long>(
            "select count(*) from crisis.wolverine_incoming_envelopes where status = 'Scheduled' and execution_time < now()"
        );
}
