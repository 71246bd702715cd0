using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>A machine where people go: signing in and pages; and how what was registered as a person once becomes the machine that it is.</summary>
public class MachineSubjectTests(Product product)
{
    private const string Alarm = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";

    [Fact]
    public async Task A_machine_has_no_session_and_no_pages()
    {
        using var picked = new FormUrlEncodedContent([new("person", "tib"), new("next", "/live")]);
        using var signedIn = await product.Http.PostAsync("/development/sign-in", picked);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        signedIn.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await product.Http.GetStringAsync("/development/sign-in")).ShouldNotContain("value=\"tib\"");

        using var page = new HttpRequestMessage(HttpMethod.Get, "/live");
        page.Headers.Authorization = new("Bearer", (await product.As("tib")).Token);
        page.Headers.Accept.Add(new("text/html"));
        using var refused = await product.Http.SendAsync(page);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>The upgrade: what was registered as a person, and raised alarms, becomes a machine with the keys that it has.</summary>
    [Fact]
    public async Task What_was_a_machine_when_machines_were_persons_is_registered_as_one()
    {
        var (operations, old) = (await product.As("operator"), await product.Newcomer("old-city", StandingRole.AlarmSender));
        var key = $"{old.Person}.0123456789abcdef";
        var digest = Sha256.Of(System.Text.Encoding.UTF8.GetBytes(key));
        await product.AppendTo(old, "live", new MachineKeyIssued(new(old.Person), new("a"), MachineKeyKind.ApiKey, digest));
        var byKey = new Caller(product.Http, old.Person, "live", "", (request, _) => MachineSteps.Show(request, key));
        (await byKey.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Unauthorized);
        (await old.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Forbidden);

        (await operations.Put($"/machines/{old.Person}", new { name = "Staden", phone = "08-508 00 000" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await byKey.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Created);
        var listed = (await operations.Get("/machines")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
        var machine = listed.Single(m => (string)m!["id"]! == old.Person)!;
        machine["name"]!.GetValue<string>().ShouldBe("Staden");
        machine["phone"]!.GetValue<string>().ShouldBe("+46850800000");
        machine["keys"]![0]!["name"]!.GetValue<string>().ShouldBe("a");
        (await operations.Get($"/machines/{old.Person}/keys")).Json[0]!["live"]!.GetValue<bool>().ShouldBeTrue();
        (await operations.Get("/machines")).Text.ShouldNotContain(digest.Hex);
    }
}
