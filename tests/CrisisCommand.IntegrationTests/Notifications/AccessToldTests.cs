using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Access;
using CrisisCommand.Notifications;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Rights come unseen to nobody: each change is told, and stands on the page.</summary>
public class AccessToldTests(Product product)
{
    [Fact]
    public async Task A_grant_is_told_to_the_person_and_to_the_CEO_and_nobody_is_asked_to_call()
    {
        var (operations, kim) = (await product.As("operator"), await product.Newcomer("kim"));
        (await operations.Post($"/persons/{kim.Person}/roles", new { role = "on-call-manager" })).ShouldBe(HttpStatusCode.Accepted);

        var cause = await CauseOf<RoleProposed>(kim.Person);
        foreach (var person in new[] { "vd", kim.Person })
        {
            var told = await Told(cause, person);
            told["purpose"]!.GetValue<string>().ShouldBe("access");
            (told["ending"]!.GetValue<string>(), told["waiting"]!.GetValue<bool>()).ShouldBe(("not-reached", false));
        }
    }

    [Fact]
    public async Task Of_a_machine_and_its_key_the_CEO_is_told()
    {
        var operations = await product.As("operator");
        var id = $"city-{Fresh.Id():N}";
        (await operations.Put($"/machines/{id}", new { name = "Staden" })).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post($"/machines/{id}/keys", Access.MachineSteps.KeyOf("a", $"{id}.x"))).ShouldBe(HttpStatusCode.NoContent);

        await Told(await CauseOf<MachineRegistered>(id), "vd");
        await Told(await CauseOf<MachineKeyIssued>(id), "vd");
    }

    [Fact]
    public async Task The_rights_of_everybody_are_read_by_those_who_answer_for_them_and_by_nobody_else()
    {
        var (operations, kim) = (await product.As("operator"), await product.Newcomer("kim"));
        (await operations.Post($"/persons/{kim.Person}/roles", new { role = "auditor" })).ShouldBe(HttpStatusCode.Accepted);

        foreach (var reader in new[] { "vd", "vd-1", "operator", "auditor" })
        {
            var rights = (await (await product.As(reader)).Get("/access/rights")).ShouldBe(HttpStatusCode.OK).Json;
            rights["proposals"]!.AsArray().ShouldContain(p => (string)p!["person"]! == kim.Person && (string)p["by"]! == "operator");
            rights["roles"]!.AsArray().ShouldContain(r => (string)r!["person"]! == "jour" && (string)r["role"]! == "on-call-manager");
            rights["machines"]!.AsArray().ShouldContain(m => (string)m!["id"]! == "tib");
            rights["changes"]!.AsArray().ShouldContain(c => (string)c!["subject"]! == kim.Person);
        }

        foreach (var stranger in new[] { "jour", "communications", "observer", "tib" })
        {
            (await (await product.As(stranger)).Get("/access/rights")).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private async Task<Guid> CauseOf<TEvent>(string subject)
    {
        var journals = product.Services.GetRequiredService<Journals>();
        var facts = await journals.Facts(Realm.Live, CrisisCommand.People.Person.StreamOf(new(subject)), 1, null, default);
        return facts.Last(f => f.Event is TEvent).EventId;
    }

    private async Task<JsonNode> Told(Guid cause, string person)
    {
        var operations = await product.As("operator");
        var id = Notice.StreamOf(cause, new(person));
        var reply = await Eventually.Is(
            () => operations.Get($"/notices/{id}"),
            r => r.Status == HttpStatusCode.OK && r.Json["ending"] is not null
        );
        return reply.Json;
    }
}
