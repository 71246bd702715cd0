using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Whoever a fact concerns is told of it, from the fact to the provider. Every test has persons and numbers of its own.</summary>
public class TellingTests(NoticeProduct product) : IClassFixture<NoticeProduct>
{
    [Fact]
    public async Task Who_is_on_the_way_and_who_is_in_place_are_told_that_it_is_over_and_who_declined_is_not()
    {
        const string coming = "+46701740640";
        const string inPlace = "+46701740641";
        const string declined = "+46701740642";
        await product.Reached("communications", coming, null, ["sms"]);
        await product.Reached("situation", inPlace, null, ["sms"]);
        await product.Reached("people-support", declined, null, ["sms"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Answer(crisis, "communications", "coming");
        await Answer(crisis, "people-support", "declined");
        await vd.Staff(crisis, "situation", "situation");

        var over = await StandDown(crisis);

        var first = await vd.Notice(crisis, "communications", n => n.HasResult(0, "accepted"), "stand-down");
        var second = await vd.Notice(crisis, "situation", n => n.HasResult(0, "accepted"), "stand-down");
        Said(first).ShouldBe("Avblåst: Brand i Rågsved. Du behöver inte komma. Tel +46812345678.");
        Said(second).ShouldBe("Avblåst: Brand i Rågsved. Krisledningen är avvecklad och din funktion är slut. Tel +46812345678.");
        (await Purposes(crisis, "people-support")).ShouldNotContain("stand-down");

        // The same news once more, as after a restart: nobody is told twice.
        await Again(crisis, over.Version);
        await Again(crisis, over.Version);
        await vd.Notice(crisis, "communications", n => n.HasResult(0, "accepted"), "stand-down");
        product.Gateway.To(coming).Count(s => s.Text.StartsWith("Avblåst", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_muted_person_is_summoned_and_spared_what_they_may_do_without_which_is_a_fact()
    {
        const string number = "+46701740643";
        await product.Reached("documentation", number, null, ["sms"]);
        var (vd, writer) = (await product.As("vd"), await product.As("documentation"));
        (await writer.Put("/me/mute", new { until = (DateTimeOffset?)null })).ShouldBe(HttpStatusCode.NoContent);
        (await writer.Get("/me/mute")).Json["isMuted"]!.GetValue<bool>().ShouldBeTrue();
        (await vd.Get("/me/mute")).Json["isMuted"]!.GetValue<bool>().ShouldBeFalse("only oneself");

        var crisis = await vd.DeclareCrisis();
        await vd.Notice(crisis, "documentation", n => n.HasResult(0, "accepted"));
        await vd.Staff(crisis, "documentation", "documentation");
        await Give(vd, crisis, "Ring runt i Rågsved");
        var muted = await vd.Notice(crisis, "documentation", n => n["ending"] is not null, "task");
        (muted["ending"]!.GetValue<string>(), muted["attempts"]!.AsArray().Count).ShouldBe(("muted", 0));

        (await writer.Delete("/me/mute")).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"/crises/{crisis}/level", new { level = "full", why = "Det brinner" })).ShouldBe(HttpStatusCode.NoContent);
        var level = await vd.Notice(crisis, "documentation", n => n.HasResult(0, "accepted"), "level");
        Said(level).ShouldStartWith("Brand i Rågsved. Ny nivå: Full krisledning.");
        product.Gateway.To(number).ShouldNotContain(s => s.Text.Contains("Ring runt", StringComparison.Ordinal));
        await product.StandDown(crisis);
    }

    [Fact]
    public async Task A_mute_that_is_over_before_it_begins_is_refused_and_a_machine_has_nothing_to_mute()
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        (await (await product.As("vd-1")).Put("/me/mute", new { until })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "notifications.muted-in-the-past",
            "#/until"
        );
        (await (await product.As("tib")).Put("/me/mute", new { })).ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>A provider that takes no message about the end of one crisis does not hold up the call to the next.</summary>
    [Fact]
    public async Task No_summons_waits_behind_what_is_told()
    {
        string[] persons =
        [
            "chief-of-staff",
            "documentation",
            "communications",
            "property-operations",
            "security-liaison",
            "business-support",
        ];
        foreach (var (person, i) in persons.Select((p, i) => (p, i)))
        {
            await product.Reached(person, $"+4670174065{i}", null, ["sms"]);
            product.Gateway.ThenSilence(Gateway.StandDown, $"+4670174065{i}").ThenSilence(Gateway.StandDown, $"+4670174065{i}");
        }

        var vd = await product.As("vd");
        var over = await vd.DeclareCrisis();
        await vd.Notice(over, persons[^1], n => n.HasResult(0, "accepted"));
        await product.StandDown(over);
        await vd.Notice(over, persons[0], n => n["attempts"]!.AsArray().Count > 0, "stand-down");

        var crisis = await vd.DeclareCrisis();
        foreach (var person in persons)
        {
            await vd.Notice(crisis, person, n => n.HasResult(0, "accepted"));
        }

        var told = await Task.WhenAll(persons.Select(p => vd.Notice(over, p, _ => true, "stand-down")));
        told.ShouldContain(n => !n.HasResult(0, "accepted"), "all was told before anybody was called, so that this shows nothing");
        await product.StandDown(crisis);
    }

    [Fact]
    public async Task Whoever_took_an_alarm_hears_that_it_is_graver()
    {
        const string number = "+46701740644";
        await product.Reached("jour", number, null, ["sms"]);
        var alarm = new
        {
            source = "tib",
            kind = "gas-leak",
            place = "Lingvägen 8",
            area = "hokarangen",
            text = "Gaslukt i trapphus",
        };
        var sent = (await (await product.As("tib")).Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created);
        var incident = sent.Json["incidentId"]!.GetValue<Guid>();
        var jour = await product.As("jour");
        await Eventually.Is(() => jour.Post($"/incidents/{incident}/alert/acknowledgement"), r => r.Status == HttpStatusCode.NoContent);

        var journals = product.Services.GetRequiredService<Journals>();
        var facts = await journals.Facts(Realm.Live, incident, 1, null, default);
        var first = ((AlarmReceived)facts[0].Event).Alarm;
        var graver = first with { AlarmId = Fresh.Id(), Severity = Severity.Extreme, SentAt = first.SentAt.AddSeconds(1) };
        await product.Append(Realm.Live, new(StreamKinds.Incident, incident), new AlarmUpdated(graver));

        var told = await Eventually.Is(
            () => Task.FromResult(product.Gateway.To(number)),
            all => all.Any(s => s.Text.Contains("allvarligare", StringComparison.Ordinal))
        );
        told.Single(s => s.Text.Contains("allvarligare", StringComparison.Ordinal))
            .Text.ShouldMatch(
                @"^Larm som du har tagit är nu allvarligare\. Gasläcka, Lingvägen 8, Hökarängen\. Mycket allvarlig\. Anmäld \d\d:\d\d av TiB\. Tel "
            );
    }

    [Fact]
    public async Task An_exercise_tells_in_its_own_name_and_sends_nothing()
    {
        await product.Reached("situation", "+46701740645", null, ["sms"], "ovning");
        var vd = await product.As("vd", "ovning");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "situation", "situation");
        await product.Append(new("ovning"), new(StreamKinds.Crisis, crisis), new KloStoodDown(CommittedText.Commit("Klart")));

        Said(await vd.Notice(crisis, "situation", n => n.HasResult(0, "recorded"), "stand-down"))
            .ShouldStartWith("ÖVNING - Avblåst: Brand i Rågsved.");
        product.Gateway.To("+46701740645").ShouldBeEmpty();
    }

    private static string Said(JsonNode notice) => notice["attempts"]![0]!["text"]!.GetValue<string>();

    private static async Task Give(Caller by, Guid crisis, string text) =>
        (await by.Post($"/crises/{crisis}/tasks", new { text, function = "documentation" })).ShouldBe(HttpStatusCode.Created);

    private async Task Answer(Guid crisis, string person, string answer) =>
        (await (await product.As(person)).Post($"/crises/{crisis}/functions/{person}/answer", new { answer })).ShouldBe(
            HttpStatusCode.NoContent
        );

    private async Task<Fact> StandDown(Guid crisis)
    {
        await product.StandDown(crisis);
        var journals = product.Services.GetRequiredService<Journals>();
        return (await journals.Facts(Realm.Live, crisis, 1, null, default)).Single(f => f.Event is KloStoodDown);
    }

    private async Task<IReadOnlyList<string>> Purposes(Guid crisis, string person) =>
        [
            .. (await (await product.As("vd")).Get($"/notices?crisisId={crisis}&limit=200"))
                .Json.AsArray()
                .Where(n => (string?)n!["person"] == person)
                .Select(n => (string)n!["purpose"]!),
        ];

    private async Task Again(Guid crisis, long version)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        await bus.InvokeForTenantAsync(Realm.Live.Name, new TellingMayBeWanted(crisis, version));
    }
}
