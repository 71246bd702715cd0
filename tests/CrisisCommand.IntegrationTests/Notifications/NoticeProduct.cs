using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Hosting;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The product with a gateway and a mail server, and little patience.</summary>
public sealed class NoticeProduct : Product, IAsyncLifetime
{
    public Gateway Gateway { get; private set; } = null!;

    public MailServer Mail { get; } = new();

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Gateway = await Gateway.Start();
        await InitializeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Gateway.DisposeAsync();
        await Mail.DisposeAsync();
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("Webhook:Url", Gateway.Address.ToString());
        host.UseSetting("Webhook:Secret", Gateway.Secret);
        host.UseSetting("Smtp:Host", "127.0.0.1");
        host.UseSetting("Smtp:Port", $"{Mail.Port}");
        host.UseSetting("Smtp:From", "kris@bostad.example");
        host.UseSetting("Smtp:Tls", "None");
        host.UseSetting("Notices:Retries:0", "00:00:01");
        host.UseSetting("Notices:Retries:1", "00:00:01");
        host.UseSetting("Notices:Silence", "00:00:02");
        host.UseSetting("Notices:Timeout", "00:00:02");
        host.UseSetting("CrisisCommand:PublicAddress", "https://kris.bostad.example");
        host.UseSetting("CrisisCommand:CallNumber", "+46812345678");
    }
}

internal static class NoticeSteps
{
    /// <summary>Ends the crisis and waits until whoever is told so was: it goes to those whom the next test is about.</summary>
    public static async Task EndTold(this Product product, Guid crisis)
    {
        await product.StandDown(crisis);
        var vd = await product.As("vd");
        await Eventually.Is(
            async () => (await vd.Get($"/notices?crisisId={crisis}&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray(),
            notices =>
                Of(notices, "stand-down") is { Count: > 0 } told && told.Count >= Of(notices, "summons").Count - 1 && told.All(IsSettled)
        );

        static List<JsonNode> Of(JsonArray notices, string purpose) =>
            [.. notices.Where(n => (string?)n!["purpose"] == purpose).Select(n => n!)];

        static bool IsSettled(JsonNode notice) =>
            notice["ending"] is not null
            || notice["waiting"]!.GetValue<bool>()
            || notice["attempts"]!.AsArray().LastOrDefault()?["result"]?.ToString() == "accepted";
    }

    /// <summary>Registers the person anew, with exactly these channels.</summary>
    public static async Task Reached(
        this Product product,
        string person,
        string? phone,
        string? email,
        string[] channels,
        string realm = "live"
    )
    {
        // As the start does it: who is registered anew by a person is told so, and that is another test's affair.
        var id = new PersonId(person);
        CommittedText? Text(string? words) => words is null ? null : CommittedText.Commit(words);
        await product.Append(
            new(realm),
            new(StreamKinds.Person, Person.StreamOf(id)),
            new PersonRegistered(id, CommittedText.Commit($"Namn på {person}"), null, Text(phone), Text(email)),
            new ReachabilityGiven(id, [.. channels.Select(c => new ReachableBy(Enum.Parse<Channel>(c, ignoreCase: true)))])
        );
    }

    /// <summary>The notice to one person of one crisis, a summons where nothing else is asked for, when it has come so far.</summary>
    public static async Task<JsonNode> Notice(
        this Caller caller,
        Guid crisis,
        string person,
        Func<JsonNode, bool> so,
        string purpose = "summons"
    ) =>
        (
            await Eventually.Is(
                async () =>
                {
                    var all = (await caller.Get($"/notices?crisisId={crisis}&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
                    return all.SingleOrDefault(n => (string?)n!["person"] == person && (string?)n["purpose"] == purpose);
                },
                n => n is not null && so(n)
            )
        )!;

    public static bool HasResult(this JsonNode notice, int attempt, string result) =>
        notice["attempts"]!.AsArray() is { } all && all.Count > attempt && all[attempt]!["result"]?.GetValue<string>() == result;

    /// <summary>Channel, number, result, reason and status of every attempt, in order.</summary>
    public static IReadOnlyList<string> Attempts(this JsonNode notice) =>
        [.. notice["attempts"]!.AsArray().Select(a => $"{a!["channel"]} {a["number"]} {a["result"]} {a["reason"]} {a["status"]}".Trim())];
}
