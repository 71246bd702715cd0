using System.Net;
using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.Notifications;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>What else than a summons reaches a person, from the fact to the operator's screen.</summary>
public class ToldTests(Product product)
{
    [Fact]
    public async Task An_alarm_is_told_to_whoever_is_on_duty_until_somebody_has_it()
    {
        var jour = await product.As("jour");
        var alarm = new
        {
            source = "sensor",
            kind = "fire",
            place = "Storholmen 12",
            text = "Rök i trapphus",
        };
        var taken = (await (await product.As("tib")).Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created);
        var incident = taken.Json["incidentId"]!.GetValue<Guid>();

        var cause = await Caused<OnCallAlerted>(Alert.StreamOf(incident));
        var told = await Told(cause, "jour", n => n["waiting"]!.GetValue<bool>());
        (told["purpose"]!.GetValue<string>(), told["incidentId"]!.GetValue<Guid>()).ShouldBe(("alert", incident));
        told["say"]!.GetValue<string>().ShouldContain("Storholmen 12");

        (await jour.Post($"/incidents/{incident}/alert/acknowledgement")).ShouldBe(HttpStatusCode.NoContent);
        (await Told(cause, "jour", n => n["ending"] is not null))["ending"]!.GetValue<string>().ShouldBe("answered");
    }

    [Fact]
    public async Task A_vacancy_is_told_to_the_leader_and_to_the_chief_of_staff()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await product.Append(Realm.Live, new(StreamKinds.Crisis, crisis), new FunctionLeftVacant(new("communications")));

        var cause = await Caused<FunctionLeftVacant>(crisis);
        foreach (var person in new[] { "vd", "chief-of-staff" })
        {
            var told = await Told(cause, person, n => n["waiting"]!.GetValue<bool>());
            told["purpose"]!.GetValue<string>().ShouldBe("vacancy");
            told["say"]!.GetValue<string>().ShouldContain("Kommunikation är vakant");
        }
    }

    private async Task<Guid> Caused<TEvent>(Guid stream)
    {
        var journals = product.Services.GetRequiredService<Journals>();
        var facts = await Eventually.Is(
            () => journals.Facts(Realm.Live, stream, 1, null, default),
            seen => seen.Any(f => f.Event is TEvent)
        );
        return facts.First(f => f.Event is TEvent).EventId;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Told(Guid cause, string person, Func<System.Text.Json.Nodes.JsonNode, bool> so)
    {
        var vd = await product.As("vd");
        var id = Notice.StreamOf(cause, new(person));
        var reply = await Eventually.Is(() => vd.Get($"/notices/{id}"), r => r.Status == HttpStatusCode.OK && so(r.Json));
        return reply.Json;
    }
}
