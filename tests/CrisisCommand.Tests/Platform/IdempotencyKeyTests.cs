using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Platform;

public class IdempotencyKeyTests
{
    [Theory]
    [InlineData("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("  \"k\"  ", "k")]
    [InlineData("\"a b, c; d\"", "a b, c; d")]
    [InlineData(
        """
            "a\"b"
            """,
        "a\"b"
    )]
    [InlineData(
        """
            "a\\b"
            """,
        "a\\b"
    )]
    [InlineData(
        """
            "a\\\"b"
            """,
        "a\\\"b"
    )]
    [InlineData(
        """
            "\\"
            """,
        "\\"
    )]
    public void A_structured_string_or_a_bare_token_is_a_key(string header, string key) => IdempotencyKey.Parse(header).ShouldBe(key);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("\"open")]
    [InlineData("shut\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\",\"b\"")]
    [InlineData("a, b")]
    [InlineData("two words")]
    [InlineData("\"a\\n\"")]
    [InlineData("\"a\\\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\u007fb\"")]
    [InlineData("\"å\"")]
    [InlineData("å")]
    public void Anything_else_is_none(string? header) => IdempotencyKey.Parse(header).ShouldBeNull();

    [Fact]
    public void A_key_has_at_most_128_characters()
    {
        IdempotencyKey.Parse($"\"{new string('k', 128)}\"").ShouldNotBeNull();
        IdempotencyKey.Parse($"\"{new string('k', 129)}\"").ShouldBeNull();
        IdempotencyKey.Parse(new string('k', 128)).ShouldNotBeNull();
        IdempotencyKey.Parse(new string('k', 129)).ShouldBeNull();
    }

    [Fact]
    public void The_payload_is_method_path_and_body()
    {
        var hash = IdempotencyKey.Hash("POST", "/api/live/crises", "{}"u8);

        hash.ShouldBe(IdempotencyKey.Hash("POST", "/api/live/crises", "{}"u8));
        hash.ShouldNotBe(IdempotencyKey.Hash("PUT", "/api/live/crises", "{}"u8));
        hash.ShouldNotBe(IdempotencyKey.Hash("POST", "/api/drill/crises", "{}"u8));
        hash.ShouldNotBe(IdempotencyKey.Hash("POST", "/api/live/crises", "{ }"u8));
    }
}
