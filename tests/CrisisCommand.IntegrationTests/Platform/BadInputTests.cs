using System.Net;
using System.Text;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What cannot be a command is refused in words, with the place of every fault, and nothing is written.</summary>
public class BadInputTests(Product product)
{
    [Theory]
    [InlineData("""{"decision": "A", "motive": "B", "colour": 1}""", "#/colour")]
    [InlineData("""{"decision": "A", "motive": "B", "a/b~c": 1}""", "#/a~1b~0c")]
    [InlineData("""{"decision": "A"}""", "#/motive")]
    [InlineData("""{"decision": "A", "motive": null}""", "#/motive")]
    [InlineData("""{"decision": "A", "motive": "B", "motive": "C"}""", "#/motive")]
    [InlineData("""{"decision": "A", "Motive": "B"}""", "#/Motive", "#/motive")]
    [InlineData("""{"decision": 1, "motive": ["B"]}""", "#/decision", "#/motive")]
    [InlineData("""{"decision": {"c": "k7Jh"}, "motive": "B"}""", "#/decision")]
    [InlineData("""{"decision": "", "motive": " \t\n"}""", "#/decision", "#/motive")]
    [InlineData("""{"decision": "A\u0000B", "motive": "B"}""", "#/decision")]
    [InlineData("""{"decision": "A", "motive": "B", "dueAt": "2026-11-23T12:00:00"}""", "#/dueAt")]
    [InlineData("""{"decision": "A", "motive": "B", "dueAt": "2026-11-23"}""", "#/dueAt")]
    [InlineData("""{"decision": "A", "motive": "B", "dueAt": "2026-02-30T12:00:00Z"}""", "#/dueAt")]
    [InlineData("""{"decision": "A", "motive": "B", "dueAt": 1764000000}""", "#/dueAt")]
    [InlineData("""{"decision": "A", "motive": "B", "executor": "Property Operations"}""", "#/executor")]
    [InlineData("""{"decision": "A", "motive": "B", "executor": "Räddning"}""", "#/executor")]
    [InlineData("""{"decision": "A", "motive": "B", "executor": 7}""", "#/executor")]
    [InlineData("""{"decision": "A", "motive": "B", "basis": ["x"]}""", "#/basis/0")]
    [InlineData("""{"decision": "A", "motive": "B", "basis": "x"}""", "#/basis")]
    [InlineData("""[]""", "#")]
    [InlineData("""null""", "#")]
    [InlineData("\"text\"", "#")]
    [InlineData("""{"decision": "A", "motive": "B",}""", "#")]
    [InlineData("decision=A&motive=B", "#")]
    [InlineData("", "#")]
    [InlineData("""{"decision": "A", "motive": "\ud800"}""", "#/motive")]
    public async Task A_body_that_is_no_decision(string body, params string[] pointers)
    {
        var probe = await Probe.Begin(product);
        var content = Encoding.UTF8.GetBytes(body);
        var reply = await probe.ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            c => c.PostBytes(probe.Decisions, content, "application/json")
        );
        reply.Json["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).ShouldBe(pointers);
    }

    [Fact]
    public async Task Text_of_a_hundred_kilobytes()
    {
        var probe = await Probe.Begin(product);
        var decision = new { decision = new string('å', 100_000), motive = "B" };
        await probe.ShouldBeRefused(HttpStatusCode.BadRequest, "platform.invalid-body", c => c.Post(probe.Decisions, decision));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8()
    {
        var probe = await Probe.Begin(product);
        byte[] body = [.. """{"decision": "A", "motive": "B"""u8, 0xC3, 0x28, .. "\"}"u8];
        await probe.ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            c => c.PostBytes(probe.Decisions, body, "application/json")
        );
    }

    [Fact]
    public async Task Names_that_are_no_text_and_depth_without_end()
    {
        var probe = await Probe.Begin(product);
        foreach (var body in new[] { """{"\ud800": 1}""", new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"a\":", 100)) })
        {
            await probe.ShouldBeRefused(HttpStatusCode.BadRequest, "platform.invalid-body", c => c.Post(probe.Decisions, body));
        }
    }

    [Theory]
    [InlineData(null, "platform.idempotency-key-missing")]
    [InlineData("", "platform.idempotency-key-missing")]
    [InlineData("\"\"", "platform.idempotency-key-invalid")]
    [InlineData("\"a\tb\"", "platform.idempotency-key-invalid")]
    [InlineData("long", "platform.idempotency-key-invalid")]
    public async Task A_command_without_a_key_of_its_own(string? key, string code)
    {
        var probe = await Probe.Begin(product);
        var header = key is null ? [] : new[] { ("Idempotency-Key", key == "long" ? $"\"{new string('k', 129)}\"" : key) };
        await probe.ShouldBeRefused(HttpStatusCode.BadRequest, code, c => c.Post(probe.Decisions, Decision, "", header));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_four_mebibytes(bool chunked)
    {
        var probe = await Probe.Begin(product);
        var body = new byte[(4 * 1024 * 1024) + 1];
        body.AsSpan().Fill((byte)' ');
        await probe.ShouldBeRefused(
            HttpStatusCode.RequestEntityTooLarge,
            "platform.too-large",
            c =>
                c.PostBytes(
                    probe.Decisions,
                    body,
                    "application/json",
                    null,
                    chunked ? [("Transfer-Encoding", "chunked"), ("Expect", "100-continue")] : [("Expect", "100-continue")]
                )
        );
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type(string mediaType)
    {
        var probe = await Probe.Begin(product);
        await probe.ShouldBeRefused(
            HttpStatusCode.UnsupportedMediaType,
            "platform.unsupported-media-type",
            c => c.PostBytes(probe.Decisions, "{}"u8.ToArray(), mediaType)
        );
    }

    [Fact]
    public async Task What_is_not_there()
    {
        var probe = await Probe.Begin(product);
        var unknown = Fresh.Id();
        var plan = KloPlan.StreamOf(PlanName.Normal);
        foreach (var path in new[] { $"/crises/{unknown}/decisions", $"/crises/{plan}/decisions", "/crises/7/decisions", "/nothing", "/" })
        {
            await probe.ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found", c => c.Post(path, Decision));
            await probe.ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found", c => c.Get(path));
        }

        await probe.ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found", c => c.Post($"{probe.Decisions}/x/execution", Decision));
        await probe.ShouldBeRefused(HttpStatusCode.NotFound, "platform.unknown-realm", c => c.Post("/api/nowhere/crises", Decision));
        await probe.ShouldBeRefused(HttpStatusCode.NotFound, "platform.not-found", c => c.Post($"/api/ovning{probe.Decisions}", Decision));
    }

    [Fact]
    public async Task A_method_that_the_address_does_not_take()
    {
        var probe = await Probe.Begin(product);
        await probe.ShouldBeRefused(HttpStatusCode.MethodNotAllowed, "platform.method-not-allowed", c => c.Delete(probe.Decisions));
        await probe.ShouldBeRefused(
            HttpStatusCode.MethodNotAllowed,
            "platform.method-not-allowed",
            c => c.Get($"{probe.Decisions}/1/execution")
        );
    }

    [Theory]
    [InlineData("en", "en", "The field “motive” is missing.")]
    [InlineData("en-US,en;q=0.9,sv;q=0.5", "en", "The field “motive” is missing.")]
    [InlineData("sv-SE,sv;q=0.9,en;q=0.8", "sv", "Fältet ”motive” saknas.")]
    [InlineData("de, en;q=0.5", "en", "The field “motive” is missing.")]
    [InlineData("de", "sv", "Fältet ”motive” saknas.")]
    [InlineData("sv;q=x,,;", "sv", "Fältet ”motive” saknas.")]
    public async Task Is_told_in_the_reader_s_language(string accepted, string language, string detail)
    {
        var probe = await Probe.Begin(product);
        var reply = await probe.ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            c => c.Post(probe.Decisions, new { decision = "A" }, null, ("Accept-Language", accepted))
        );
        ((string)reply.Json["errors"]![0]!["detail"]!).ShouldBe(detail);
        reply.Header("Content-Language").ShouldBe(language);
    }

    private static readonly object Decision = new
    {
        evenSo = true,
        decision = "A",
        motive = "B",
    };
}
