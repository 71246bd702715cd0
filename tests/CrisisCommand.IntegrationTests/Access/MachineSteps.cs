using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>The ways in which a machine shows who it is without a token.</summary>
internal static class MachineSteps
{
    /// <summary>The machine with an API key, newly issued to it.</summary>
    public static async Task<Caller> ByApiKey(this Product product, Caller machine, string realm = "live", string name = "matrix-key")
    {
        var key = await product.NewApiKey(machine.Person, name, realm);
        return new(product.Http, machine.Person, realm, "", (request, _) => Show(request, key));
    }

    /// <summary>The machine with a secret that signs, newly issued to it; its webhook-id is its Idempotency-Key.</summary>
    public static async Task<Caller> BySignature(this Product product, Caller machine, string realm = "live", string name = "matrix-sign")
    {
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var issued = new
        {
            name,
            kind = "webhook",
            secret,
        };
        (await (await product.As("operator", realm)).Post($"/machines/{machine.Person}/keys", issued)).ShouldBe(HttpStatusCode.NoContent);
        return new(product.Http, machine.Person, realm, "", (request, body) => Sign(request, body, machine.Person, secret));
    }

    public static async Task<string> NewApiKey(this Product product, string machine, string name, string realm = "live")
    {
        var key = $"{machine}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        (await (await product.As("operator", realm)).Post($"/machines/{machine}/keys", KeyOf(name, key))).ShouldBe(
            HttpStatusCode.NoContent
        );
        return key;
    }

    public static object KeyOf(string name, string key) =>
        new
        {
            name,
            kind = "api-key",
            sha256 = Sha256.Of(Encoding.UTF8.GetBytes(key)).Hex,
        };

    public static void Show(HttpRequestMessage request, string key) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("ApiKey", key);

    public static void Sign(HttpRequestMessage request, byte[] body, string machine, string secret)
    {
        var (id, now) = ($"msg_{Fresh.Id():N}", TimeProvider.System.GetUtcNow());
        var path = request.RequestUri!.OriginalString;
        request.RequestUri = new($"{path}{(path.Contains('?') ? '&' : '?')}sender={machine}", UriKind.Relative);
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add(StandardWebhooks.IdHeader, id);
        request.Headers.Add(StandardWebhooks.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation(StandardWebhooks.SignatureHeader, StandardWebhooks.Of(secret)!.Sign(id, now, body));
    }
}
