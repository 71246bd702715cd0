using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The product with a gateway, and intervals short enough to see several of them.</summary>
public class FloodProduct : Product, IAsyncLifetime
{
    public const string Jour = "+46701740690";
    public const string Vd = "+46701740691";
    public const string Operator = "+46701740692";

    public Gateway Gateway { get; private set; } = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Gateway = await Gateway.Start();
        await InitializeAsync();
        foreach (var (person, number) in new[] { ("jour", Jour), ("vd", Vd), ("operator", Operator) })
        {
            await this.Reached(person, number, null, ["sms"]);
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Gateway.DisposeAsync();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Webhook:Url", Gateway.Address.ToString());
        host.UseSetting("Webhook:Secret", Gateway.Secret);
        host.UseSetting("CrisisCommand:PublicAddress", "https://kris.bostad.example");
        // What is measured is what alarms that were taken make of messages, however many.
        host.UseSetting("Limits:Alarms:Burst", "0");
        foreach (var (limit, value) in Limits)
        {
            host.UseSetting($"Notices:Limits:{limit}", value);
        }
    }

    protected virtual (string, string)[] Limits =>
        [
            ("AtOnce", "1"),
            ("Intervals:0", "00:00:03"),
            ("Intervals:1", "00:00:06"),
            ("Intervals:2", "00:01:00"),
            ("PerSender", "12"),
            ("PerPerson", "30"),
            ("InAll", "200"),
        ];
}

internal static partial class Floods
{
    /// <summary>Alarms of one sender, as fast as they are taken.</summary>
    public static async Task Flood(this Caller sender, int alarms, string kind = "heating-outage", int atOnce = 8) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, alarms),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (_, _) => await sender.Alarm(kind)
        );

    public static async Task<Guid> Alarm(this Caller sender, string kind = "heating-outage", string place = "Ekholmen 3")
    {
        var alarm = new
        {
            source = "tib",
            kind,
            place,
            text = "Larm",
            identifier = Fresh.Id().ToString(),
        };
        return (await sender.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
    }

    /// <summary>How many alarms the messages to a number speak of: one each, or as many as they count.</summary>
    public static int AlarmsTold(this IEnumerable<Sent> messages) =>
        messages
            .OfAlarms()
            .DistinctBy(m => m.NoticeId)
            .Sum(m => Counted.Match(m.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, null) : 1);

    /// <summary>Not those that say that a number has been registered.</summary>
    public static IReadOnlyList<Sent> OfAlarms(this IEnumerable<Sent> messages) =>
        [.. messages.Where(m => m.Text.Contains("kvittera senast", StringComparison.OrdinalIgnoreCase) || Counted.IsMatch(m.Text))];

    [GeneratedRegex(@"^(\d+) larm från ")]
    private static partial Regex Counted { get; }
}
