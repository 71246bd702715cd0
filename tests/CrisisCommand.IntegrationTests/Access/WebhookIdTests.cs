using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Of a signed message only the id is signed: it is the key, and nothing beside it.</summary>
public class WebhookIdTests(Product product)
{
    private const string Body = """{"source": "sensor", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";

    [Fact]
    public async Task One_message_under_five_keys_is_one_incident()
    {
        var (machine, secret, _) = await Machine();
        var id = $"msg_{Fresh.Id():N}";
        var first = (await Signed(machine, secret, id, Body)).ShouldBe(HttpStatusCode.Created);
        for (var i = 0; i < 4; i++)
        {
            (await Signed(machine, secret, id, Body, $"\"{Fresh.Id()}\"")).ShouldBeRefused(
                HttpStatusCode.BadRequest,
                "access.key-beside-webhook-id"
            );
        }

        var incidents = $"select count(*) from crisis.mt_doc_incidentview where data->'raisedBy' ? '{machine}'";
        (await product.Scalar<long>(incidents)).ShouldBe(1);
        foreach (var same in new[] { id, $"\"{id}\"" })
        {
            var again = (await Signed(machine, secret, id, Body, same)).ShouldBe(HttpStatusCode.Created);
            (again.Text, again.Replayed).ShouldBe((first.Text, true));
        }

        (await Signed(machine, secret, id, Body, $"{id}, other")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "access.key-beside-webhook-id"
        );
        (await product.Scalar<long>(incidents)).ShouldBe(1);
    }

    [Fact]
    public async Task Under_the_other_secret_it_is_the_same_message()
    {
        var (machine, one, other) = await Machine();
        var first = (await Signed(machine, one, "msg_1", Body)).ShouldBe(HttpStatusCode.Created);
        var again = (await Signed(machine, other, "msg_1", Body)).ShouldBe(HttpStatusCode.Created);
        (again.Text, again.Replayed).ShouldBe((first.Text, true));
        var more = Body.Replace("Rök", "Eld", StringComparison.Ordinal);
        (await Signed(machine, other, "msg_1", more)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_same_id_of_another_machine_is_another_message()
    {
        var ((one, its, _), (other, others, _)) = (await Machine(), await Machine());
        var first = (await Signed(one, its, "msg_1", Body)).ShouldBe(HttpStatusCode.Created).Json;
        var second = (await Signed(other, others, "msg_1", Body)).ShouldBe(HttpStatusCode.Created).Json;
        second["incidentId"]!.ToString().ShouldNotBe(first["incidentId"]!.ToString());
    }

    [Theory]
    [InlineData("msg,1")]
    [InlineData("\"msg_1\"")]
    [InlineData("msg 1")]
    [InlineData("msg;1")]
    [InlineData("long")]
    public async Task An_id_that_is_no_key_is_refused_by_name(string id)
    {
        var (machine, secret, _) = await Machine();
        id = id == "long" ? new string('x', 129) : id;
        (await Signed(machine, secret, id, Body)).ShouldBeRefused(HttpStatusCode.BadRequest, "access.webhook-id-invalid");
    }

    /// <summary>A machine with two secrets that live at once.</summary>
    private async Task<(string Machine, string One, string Other)> Machine()
    {
        var machine = await product.NewMachine("city");
        return (machine.Person, await NewSecret(machine, "a"), await NewSecret(machine, "b"));
    }

    private async Task<string> NewSecret(Caller machine, string name)
    {
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var issue = new
        {
            name,
            kind = "webhook",
            secret,
        };
        (await (await product.As("operator")).Post($"/machines/{machine.Person}/keys", issue)).ShouldBe(HttpStatusCode.NoContent);
        return secret;
    }

    private async Task<Reply> Signed(string machine, string secret, string id, string body, string? key = null)
    {
        var now = product.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/live/alarms?sender={machine}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        (string, string?)[] headers =
        [
            (StandardWebhooks.IdHeader, id),
            (StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            (StandardWebhooks.SignatureHeader, StandardWebhooks.Of(secret)!.Sign(id, now, Encoding.UTF8.GetBytes(body))),
            ("Idempotency-Key", key),
        ];
        foreach (var (name, value) in headers.Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await product.Http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }
}
