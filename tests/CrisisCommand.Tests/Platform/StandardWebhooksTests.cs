using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using CrisisCommand.Tests.Alarms;

namespace CrisisCommand.Tests.Platform;

/// <summary>Against the vectors of Standard Webhooks 1.0.0.</summary>
public class StandardWebhooksTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Body = """{"test": 2432232314}"""u8.ToArray();
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_reference_signs_as_we_do()
    {
        StandardWebhooks.Of(Secret)!.Sign(Id, Then, Body).ShouldBe(Signature);
        StandardWebhooks.Of(Secret["whsec_".Length..])!.Sign(Id, Then, Body).ShouldBe(Signature);
    }

    /// <summary>25 bytes come to 36 signs with two of padding.</summary>
    [Theory]
    [InlineData("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA==")]
    [InlineData("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA=")]
    [InlineData("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA")]
    [InlineData("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA")]
    public void A_secret_is_the_same_without_its_padding(string secret) =>
        StandardWebhooks
            .Of(secret)!
            .Sign(Id, Then, Body)
            .ShouldBe(StandardWebhooks.Of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNA==")!.Sign(Id, Then, Body));

    [Fact]
    public void Every_vector_beside_the_repository_is_signed_alike()
    {
        CapData.Require();
        var vectors = JsonNode.Parse(CapData.Bytes("webhooks/standard-webhooks-vectors.json"))!["sign"]!.AsArray();
        vectors.Count.ShouldBeGreaterThan(0);
        foreach (var vector in vectors)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(vector!["webhook-timestamp"]!.GetValue<string>(), null));
            StandardWebhooks
                .Of(vector["secret"]!.GetValue<string>())!
                .Sign(vector["webhook-id"]!.GetValue<string>(), at, Encoding.UTF8.GetBytes(vector["body"]!.GetValue<string>()))
                .ShouldBe(vector["signature"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all!")]
    public void What_is_no_secret_is_none(string? secret) => StandardWebhooks.Of(secret).ShouldBeNull();

    [Theory]
    [InlineData(Id, Timestamp, Signature, 0, true)]
    [InlineData(Id, Timestamp, Signature, 300, true)]
    [InlineData(Id, Timestamp, Signature, 301, false)]
    [InlineData(Id, Timestamp, Signature, -301, false)]
    [InlineData(Id, Timestamp, "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + Signature, 0, true)]
    [InlineData(Id, Timestamp, "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", 0, false)]
    [InlineData(Id, Timestamp, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLawdd", 0, false)]
    [InlineData(Id, Timestamp, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlN", 0, false)]
    [InlineData(Id, Timestamp, null, 0, false)]
    [InlineData(Id, null, Signature, 0, false)]
    [InlineData(Id, "hello", Signature, 0, false)]
    [InlineData(null, Timestamp, Signature, 0, false)]
    [InlineData("msg_other", Timestamp, Signature, 0, false)]
    public void Only_what_was_signed_with_the_secret_verifies(
        string? id,
        string? timestamp,
        string? signatures,
        int later,
        bool verifies
    ) => StandardWebhooks.Of(Secret)!.Verifies(id, timestamp, signatures, Body, Then.AddSeconds(later)).ShouldBe(verifies);

    [Fact]
    public void A_changed_body_does_not_verify() =>
        StandardWebhooks.Of(Secret)!.Verifies(Id, Timestamp, Signature, """{"test": 2432232315}"""u8, Then).ShouldBeFalse();
}
