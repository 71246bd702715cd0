using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Machines without tokens: an API key or a signature, two keys at once, and nothing but their own alarms.</summary>
public class MachinesTests(Product product)
{
    private const string Body = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";

    [Fact]
    public async Task An_API_key_raises_and_follows_its_own_alarms_and_nothing_else()
    {
        var machine = await product.NewMachine("city");
        var key = await product.NewApiKey(machine.Person, "a");
        var taken = (await Send(HttpMethod.Post, "/alarms", Body, ("Authorization", $"ApiKey {key}")))
            .ShouldBe(HttpStatusCode.Created)
            .Json;
        var (incident, alarm) = (taken["incidentId"]!.GetValue<Guid>(), taken["alarmId"]!.GetValue<Guid>());
        var others = (await (await product.As("tib")).Post("/alarms", Body)).ShouldBe(HttpStatusCode.Created).Json;

        (await Get($"/incidents/{incident}", key)).ShouldBe(HttpStatusCode.OK);
        (await Get($"/alarms/{alarm}/raw", key)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(Body);
        (await Get($"/incidents/{others["incidentId"]}", key)).ShouldBe(HttpStatusCode.NotFound);
        (await Get($"/alarms/{others["alarmId"]}/raw", key)).ShouldBe(HttpStatusCode.NotFound);
        (await Get("/incidents?limit=200", key)).Json.AsArray().Select(i => i!["incidentId"]!.GetValue<Guid>()).ShouldBe([incident]);
        (await Get("/crises", key)).ShouldBe(HttpStatusCode.Forbidden);
        var declare = """{"kind": "fire", "title": "Brand", "reason": "Fara","evenSo":true}""";
        (await Send(HttpMethod.Post, "/crises", declare, ("Authorization", $"ApiKey {key}"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_our_own_people_wrote_of_the_incident_is_not_for_the_machine()
    {
        var machine = await product.NewMachine("city");
        var key = await product.NewApiKey(machine.Person, "a");
        var taken = await Send(HttpMethod.Post, "/alarms", Body, ("Authorization", $"ApiKey {key}"));
        var incident = taken.ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        var verified = new { verified = true, text = "Hyresgästen i 3 tr är skadad" };
        (await (await product.As("jour")).Post($"/incidents/{incident}/verification", verified)).ShouldBe(HttpStatusCode.NoContent);

        var seen = (await Get($"/incidents/{incident}", key)).ShouldBe(HttpStatusCode.OK);
        seen.Json["verified"]!.GetValue<bool>().ShouldBeTrue();
        seen.Text.ShouldNotContain("Hyresgästen");
    }

    [Fact]
    public async Task Keys_overlap_two_at_a_time_and_a_revoked_one_is_nobody_s()
    {
        var (machine, operations) = (await product.NewMachine("city"), await product.As("operator"));
        var (first, second) = (await product.NewApiKey(machine.Person, "a"), await product.NewApiKey(machine.Person, "b"));
        (await operations.Post($"/machines/{machine.Person}/keys", MachineSteps.KeyOf("c", $"{machine.Person}.c"))).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.two-keys-live"
        );
        (await Get("/incidents", first)).ShouldBe(HttpStatusCode.OK);
        (await Get("/incidents", second)).ShouldBe(HttpStatusCode.OK);

        (await operations.Delete($"/machines/{machine.Person}/keys/a")).ShouldBe(HttpStatusCode.NoContent);
        (await Get("/incidents", first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Get("/incidents", second)).ShouldBe(HttpStatusCode.OK);
        (await Get("/incidents", $"{machine.Person}.guessed")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Get("/incidents", "no key at all")).ShouldBe(HttpStatusCode.Unauthorized);
        (await operations.Post("/machines/vd/keys", MachineSteps.KeyOf("a", "vd.x"))).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.no-machine"
        );
    }

    [Fact]
    public async Task A_signed_message_is_taken_once_however_often_it_comes()
    {
        var (machine, operations) = (await product.NewMachine("city"), await product.As("operator"));
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        (
            await operations.Post(
                $"/machines/{machine.Person}/keys",
                new
                {
                    name = "sign",
                    kind = "webhook",
                    secret,
                }
            )
        ).ShouldBe(HttpStatusCode.NoContent);

        var first = (await Signed(machine, secret, "msg_1", Body)).ShouldBe(HttpStatusCode.Created);
        var again = (await Signed(machine, secret, "msg_1", Body)).ShouldBe(HttpStatusCode.Created);
        (again.Text, again.Replayed).ShouldBe((first.Text, true));
        (await Signed(machine, secret, "msg_1", Body.Replace("Rök", "Eld", StringComparison.Ordinal))).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await Signed(machine, "whsec_" + Convert.ToBase64String(new byte[32]), "msg_2", Body)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Signed(machine, secret, "msg_3", Body, TimeSpan.FromMinutes(-6))).ShouldBe(HttpStatusCode.Unauthorized);
        (await Signed(machine, secret, "msg_4", Body, sent: Body + " ")).ShouldBe(HttpStatusCode.Unauthorized);
        (await product.Scalar<long>($"select count(*) from crisis.mt_doc_machinesecret where data::text like '%{secret}%'")).ShouldBe(0);
        (await product.Scalar<long>($"select count(*) from crisis.mt_doc_machinesecret where id like '{machine.Person}:%'")).ShouldBe(1);
    }

    private Task<Reply> Get(string path, string key) => Send(HttpMethod.Get, path, null, ("Authorization", $"ApiKey {key}"));

    private Task<Reply> Signed(Caller machine, string secret, string id, string body, TimeSpan late = default, string? sent = null)
    {
        var now = TimeProvider.System.GetUtcNow() + late;
        var signature = StandardWebhooks.Of(secret)!.Sign(id, now, Encoding.UTF8.GetBytes(body));
        return Send(
            HttpMethod.Post,
            $"/alarms?sender={machine.Person}",
            sent ?? body,
            (StandardWebhooks.IdHeader, id),
            (StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            (StandardWebhooks.SignatureHeader, signature)
        );
    }

    private async Task<Reply> Send(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/live" + path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            if (!headers.Any(h => h.Name == StandardWebhooks.IdHeader))
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{Fresh.Id()}\"");
            }
        }

        using var response = await product.Http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }
}
