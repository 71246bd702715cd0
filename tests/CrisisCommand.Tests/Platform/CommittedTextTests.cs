using System.Text.Json;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

public class CommittedTextTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    /// <summary>Python: base64.urlsafe_b64encode(hmac.new(salt, b"CrisisCommand/text/v1\0" + text.encode(), "sha256").digest()).rstrip(b"=").</summary>
    [Theory]
    [InlineData("Vattenläcka i källaren, Hässelby 4 – ring vd 🚒", "ivOoSlQwnaN3XJfe3libGk0Rw-d-oSPLNUFxfpfsm4A")]
    [InlineData("", "-tP3qfW4-6-tvqHbfiACm1HP5rht5vKewmCDQcSsZs0")]
    public void The_commitment_is_what_others_compute(string words, string commitment) =>
        CommittedText.Commit(words, Salt).Commitment.ShouldBe(commitment);

    [Fact]
    public void The_same_words_under_another_salt_are_another_commitment()
    {
        var (one, other) = (CommittedText.Commit("Brand"), CommittedText.Commit("Brand"));

        one.Commitment.ShouldNotBe(other.Commitment);
        one.Salt!.Length.ShouldBe(32);
        one.ShouldBe(other, "rules compare words");
        CommittedText.Stored(one.Commitment).ShouldNotBe(CommittedText.Stored(other.Commitment));
        CommittedText.Stored(one.Commitment).ShouldBe(one);
    }

    [Fact]
    public void Only_words_and_salt_together_open_a_commitment()
    {
        var stored = CommittedText.Stored(CommittedText.Commit("Brand", Salt).Commitment);

        stored.Opens("Brand", Salt).ShouldBeTrue();
        stored.Opens("brand", Salt).ShouldBeFalse();
        stored.Opens("Brand", [.. Salt.Reverse()]).ShouldBeFalse();
        default(CommittedText).Opens("Brand", Salt).ShouldBeFalse();
    }

    [Fact]
    public void The_store_keeps_the_commitment_alone()
    {
        var json = JsonSerializer.Serialize(CommittedText.Commit("Brand", Salt), Composition.Stored);
        var back = JsonSerializer.Deserialize<CommittedText>(json, Composition.Stored);

        json.ShouldBe($$"""{"c":"{{CommittedText.Commit("Brand", Salt).Commitment}}"}""");
        (back.Words, back.Salt).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("\"Brand\"")]
    [InlineData("null")]
    [InlineData("""{"w":"Brand"}""")]
    [InlineData("""{"c":"x","w":"Brand"}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void The_store_reads_no_words(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CommittedText>(json, Composition.Stored));

    [Fact]
    public void The_store_writes_no_text_without_a_commitment() =>
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(default(CommittedText), Composition.Stored));

    [Fact]
    public void Over_http_a_text_is_plain_words_committed_under_a_fresh_salt()
    {
        var (one, other) = (Spoken("\"Brand\""), Spoken("\"Brand\""));

        one.Words.ShouldBe("Brand");
        one.Commitment.ShouldNotBe(other.Commitment);
        JsonSerializer.Serialize(one, Composition.Spoken).ShouldBe("\"Brand\"");
    }

    [Theory]
    [InlineData("""{"c":"ivOoSlQwnaN3XJfe3libGk0Rw-d-oSPLNUFxfpfsm4A"}""", "platform.text-expected")]
    [InlineData("1", "platform.text-expected")]
    [InlineData("\"\"", "platform.text-empty")]
    [InlineData("\" \\n\"", "platform.text-empty")]
    [InlineData("\"a\\u0000b\"", "platform.text-unstorable")]
    public void Over_http_no_commitment_and_no_empty_text_comes_in(string json, string code) =>
        Should.Throw<JsonException>(() => Spoken(json)).Message.ShouldStartWith(code);

    [Fact]
    public void The_longest_text_is_twenty_thousand_characters()
    {
        Spoken($"\"{new string('å', CommittedText.MaxLength)}\"").Words!.Length.ShouldBe(20_000);
        Should
            .Throw<JsonException>(() => Spoken($"\"{new string('å', CommittedText.MaxLength + 1)}\""))
            .Message.ShouldStartWith("platform.text-too-long");
    }

    [Fact]
    public void No_commitment_goes_out_over_http() =>
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(CommittedText.Stored("x"), Composition.Spoken));

    private static CommittedText Spoken(string json) => JsonSerializer.Deserialize<CommittedText>(json, Composition.Spoken);
}
