using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>If-Match on commands (RFC 9110 §13.1.1): strong comparison, lists, any; and the stored answer before all of it.</summary>
public class PreconditionTests(Product product)
{
    private static readonly object Entry = new { text = "Rök" };

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("\"1\", \"{0}\"")]
    [InlineData("\"1\",W/\"{0}\",\"{0}\"")]
    [InlineData("*")]
    public async Task The_version_that_the_person_saw_is_still_the_version(string match)
    {
        var probe = await Probe.Begin(product);
        var version = await Version(probe);
        (await Write(probe, match, version)).ShouldBe(HttpStatusCode.Created).ETag.ShouldBe($"\"{version + 1}\"");
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("W/\"{0}\"")]
    [InlineData("{0}")]
    [InlineData("\"{0}")]
    [InlineData("\"0{0}x\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("\"\"")]
    public async Task Something_has_happened_since(string match)
    {
        var probe = await Probe.Begin(product);
        var version = await Version(probe);
        var reply = await probe.ShouldBeRefused(
            HttpStatusCode.PreconditionFailed,
            "platform.version-moved",
            _ => Write(probe, match, version)
        );
        ((long)reply.Json["currentVersion"]!).ShouldBe(version);
    }

    [Fact]
    public async Task A_command_carried_out_is_answered_again_whatever_has_happened_since()
    {
        var probe = await Probe.Begin(product);
        var version = await Version(probe);
        var first = (await Write(probe, "\"{0}\"", version, "seen")).ShouldBe(HttpStatusCode.Created);

        var second = (await Write(probe, "\"{0}\"", version, "seen")).ShouldBe(HttpStatusCode.Created);

        (second.Text, second.ETag, second.Replayed).ShouldBe((first.Text, first.ETag, true));
    }

    [Fact]
    public async Task What_is_absent_matches_nothing()
    {
        var probe = await Probe.Begin(product);
        var vd = await product.As("vd");
        var plan = """{"functions": [{"key": "crisis-leader", "name": "VD", "mandate": "Leder", "holder": "vd", "deputies": []}]}""";
        await probe.ShouldBeRefused(
            HttpStatusCode.PreconditionFailed,
            "platform.version-moved",
            c => vd.Put($"/klo/plans/{c.Person}", plan, null, ("If-Match", "*"))
        );
        await probe.ShouldBeRefused(
            HttpStatusCode.NotFound,
            "platform.not-found",
            c => c.Post($"/crises/{Fresh.Id()}/entries", Entry, null, ("If-Match", "*"))
        );
    }

    private async Task<long> Version(Probe probe) =>
        await product.Scalar<long>($"select version from crisis.mt_streams where id = '{probe.Crisis}'");

    private static Task<Reply> Write(Probe probe, string match, long version, string? key = null) =>
        probe.Caller.Post(
            $"/crises/{probe.Crisis}/entries",
            Entry,
            key,
            ("If-Match", match.Replace("{0}", $"{version}", StringComparison.Ordinal))
        );
}
