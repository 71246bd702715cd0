using System.Net;
using System.Text.Json.Nodes;
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
        host.UseSetting("CrisisCommand:RepeatAlertAfter", "00:00:03");
    }
}

/// <summary>An alarm, and what became of its alert.</summary>
internal static class AlertSteps
{
    public static async Task<Guid> Alarm(Product product) => await Alarm(await product.As("tib"));

    public static async Task<Guid> Alarm(Caller sender)
    {
        var alarm = new
        {
            source = "tib",
            kind = "fire",
            place = "Ekholmen 3",
            text = "Brand i trapphus",
            identifier = Fresh.Id().ToString(),
        };
        return (await sender.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
    }

    public static bool Ended(JsonNode alert) => alert["status"]!.GetValue<string>() == "ended";

    public static IEnumerable<string> Persons(JsonNode alert) => alert["alerted"]!.AsArray().Select(a => a!["person"]!.GetValue<string>());

    public static async Task<JsonNode> Seen(Product product, Guid incident, Func<JsonNode, bool> so) =>
        (await Eventually.Is(() => Alert(product, incident), alert => alert is not null && so(alert)))!;

    public static async Task<JsonNode?> Alert(Product product, Guid incident)
    {
        var reply = await (await product.As("vd")).Get($"/incidents/{incident}/alert");
        return reply.Status == HttpStatusCode.OK ? reply.Json : null;
    }

    public static async Task<IEnumerable<string>> Facts(Product product, Guid incident) =>
        JsonNode
            .Parse(
                (
                    await product.Scalar<string>(
                        "select coalesce(json_agg(type order by version), '[]')::text from crisis.mt_events "
                            + $"where stream_id = '{CrisisCommand.Alerts.Alert.StreamOf(incident)}'"
                    )
                )!
            )!
            .AsArray()
            .Select(t => t!.GetValue<string>());
}
