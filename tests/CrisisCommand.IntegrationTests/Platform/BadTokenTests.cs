using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrisisCommand.DevelopmentIdentity;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>Tokens made by hand, most of them signed with the true key: each differs from a good one in one thing.</summary>
public class BadTokenTests(Product product)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_token_as_made_here_is_good_where_nothing_is_wrong_with_it() =>
        (await Declare(Signed(Claims()))).Status.ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData("none")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("never expires")]
    [InlineData("other audience")]
    [InlineData("other issuer")]
    [InlineData("unsigned")]
    [InlineData("signature cut off")]
    [InlineData("HS256 with the public key")]
    [InlineData("other key")]
    [InlineData("other person under the same signature")]
    [InlineData("garbage")]
    public async Task Any_other_token_is_nobody_s(string fault)
    {
        var probe = await Probe.Begin(product);
        var reply = await probe.ShouldBeRefused(
            HttpStatusCode.Unauthorized,
            "platform.unauthenticated",
            _ => Declare(TokenWith(fault), $"{probe.Caller.Base}{probe.Decisions}")
        );
        reply.Header("WWW-Authenticate").ShouldStartWith("Bearer");
    }

    [Theory]
    [InlineData("Robert'); DROP TABLE")]
    [InlineData("vd\n")]
    [InlineData("system")]
    [InlineData("convener")]
    [InlineData("first-operator")]
    public async Task A_subject_that_is_no_key_or_one_that_we_keep_is_no_person_of_ours(string subject)
    {
        var reply = await Declare(Signed(Claims(subject: subject)));
        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        reply.Problem.ShouldBe("platform.forbidden");
        Probe.ShouldBeWorded(reply);
    }

    private string? TokenWith(string fault) =>
        fault switch
        {
            "none" => null,
            "expired" => Signed(Claims(expires: -Hour)),
            "not yet valid" => Signed(Claims(from: Hour)),
            "never expires" => Signed(Claims(without: "exp")),
            "other audience" => Signed(Claims(audience: "another-service")),
            "other issuer" => Signed(Claims(issuer: "https://login.example")),
            "unsigned" => $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Claims()}.",
            "signature cut off" => Signed(Claims()).Split('.')[..2].Aggregate((a, b) => $"{a}.{b}") + ".",
            "HS256 with the public key" => Shared(Claims()),
            "other key" => Signed(Claims(), RSA.Create(2048)),
            "other person under the same signature" => string.Join(
                '.',
                [Signed(Claims()).Split('.')[0], Claims(subject: "vd"), Signed(Claims()).Split('.')[2]]
            ),
            _ => "not-a-token",
        };

    private async Task<Reply> Declare(string? token, string path = "/api/live/crises")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", $"\"{Fresh.Id()}\"");
        const string Crisis = """{"kind": "fire", "title": "Brand", "reason": "Fara för liv","evenSo":true}""";
        request.Content = new StringContent(Crisis, Encoding.UTF8, "application/json");
        using var response = await product.Http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The key that the development identity signs with, as the host was given it.</summary>
    private RSA Key =>
        (
            (RsaSecurityKey)
                product
                    .Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
                    .Get(JwtBearerDefaults.AuthenticationScheme)
                    .TokenValidationParameters.IssuerSigningKey
        ).Rsa;

    private string Signed(string claims, RSA? key = null)
    {
        var signed = $"{Part("""{"alg":"RS256","typ":"JWT","kid":"development"}""")}.{claims}";
        var signature = (key ?? Key).SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    private string Shared(string claims)
    {
        var signed = $"{Part("""{"alg":"HS256","typ":"JWT","kid":"development"}""")}.{claims}";
        var secret = Encoding.UTF8.GetBytes(Key.ExportSubjectPublicKeyInfoPem());
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Claims(
        string subject = "jour",
        string issuer = TokenIssuer.Issuer,
        string audience = TokenIssuer.Audience,
        TimeSpan? expires = null,
        TimeSpan? from = null,
        string? without = null
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["iss"] = issuer,
            ["aud"] = audience,
            ["nbf"] = (now + (from ?? -2 * Hour)).ToUnixTimeSeconds(),
            ["exp"] = (now + (expires ?? 2 * Hour)).ToUnixTimeSeconds(),
        };
        claims.Remove(without ?? "");
        return Part(JsonSerializer.Serialize(claims));
    }

    private static string Part(string json) => Base64UrlEncoder.Encode(json);
}
