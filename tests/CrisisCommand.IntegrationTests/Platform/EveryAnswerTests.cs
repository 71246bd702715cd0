using System.Net;
using System.Text;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>
/// What every answer says to the browser that shows it, over every endpoint that there is: run nothing, frame nothing, guess nothing, keep
/// nothing; and what somebody else wrote is a file to save.
/// </summary>
public class EveryAnswerTests(Product product)
{
    private const string Inert = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>What we make ourselves, and may be shown.</summary>
    private static readonly string[] Ours =
    [
        "application/json",
        "application/problem+json",
        "text/event-stream",
        "text/html",
        "image/svg+xml",
    ];

    [Fact]
    public async Task Of_every_endpoint_whoever_asks_and_whatever_comes_of_it()
    {
        var cast = await Cast.Of(product, "live");
        var scene = (await Scene.In(product, "live", cast))[0];
        var nobody = new Caller(product.Http, "nobody", "live", "no-token");
        var asked = 0;
        foreach (var ask in Ask.All(product))
        {
            foreach (var caller in new[] { cast["leader"], cast["employee"], nobody })
            {
                asked++;
                Check(await Send(ask, caller, scene), $"{ask.Name} by {caller.Person}");
            }
        }

        asked.ShouldBeGreaterThan(200);
    }

    /// <summary>The test above on answers that break what it holds: a check never seen to fail checks nothing.</summary>
    [Theory]
    [InlineData("Content-Security-Policy", "default-src *")]
    [InlineData("Content-Security-Policy", "")]
    [InlineData("Cache-Control", "public, max-age=60")]
    [InlineData("X-Content-Type-Options", "")]
    public void A_header_that_is_missing_is_found(string name, string value) =>
        Should.Throw<ShouldAssertException>(() => Check(Made(name, value), "made"));

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/plain")]
    public void Bytes_that_would_be_shown_are_found(string type) =>
        Should.Throw<ShouldAssertException>(() => Check(Made("Content-Type", type), "made"));

    [Fact]
    public async Task Of_304_and_of_what_nobody_maps()
    {
        var vd = await product.As("vd");
        var plan = await vd.Get("/klo/plans/normal");
        foreach (var tag in new[] { plan.ETag!, "*", $"W/{plan.ETag}", $"\"x\", {plan.ETag}" })
        {
            var same = (await vd.Get("/klo/plans/normal", ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified);
            Headers(same);
        }

        Headers((await vd.Get("/nowhere")).ShouldBe(HttpStatusCode.NotFound));
        Headers((await vd.Get("/api/nowhere/crises")).ShouldBe(HttpStatusCode.NotFound));
        Headers((await vd.Delete("/crises")).ShouldBe(HttpStatusCode.MethodNotAllowed));
    }

    [Theory]
    [InlineData("/health/live", Inert)]
    [InlineData("/health/ready", Inert)]
    [InlineData("/nowhere", null)]
    [InlineData("/svar/x", null)]
    [InlineData("/sign-in", null)]
    [InlineData("/live", null)]
    [InlineData("/swagger/index.html", null)]
    [InlineData("/swagger/v1/swagger.json", null)]
    [InlineData("/assets/app.css", null)]
    public async Task Of_what_stands_outside_the_realms(string path, string? policy)
    {
        using var browsing = await Pages.Browsing.As("vd", product);
        using var answer = await browsing.Get(path);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var said = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        said.ShouldContain("frame-ancestors 'none'");
        said.ShouldStartWith("default-src '");
        said.ShouldNotContain("script-src 'unsafe");
        answer.Headers.Contains("Server").ShouldBeFalse();
        if (policy is not null)
        {
            said.ShouldBe(policy);
        }
    }

    /// <summary>Opened from the report, this once decided as whoever opened it.</summary>
    [Theory]
    [InlineData("application/xml", "application/cap+xml")]
    [InlineData("text/xml; charset=utf-8", "application/cap+xml")]
    [InlineData("application/cap+xml", "application/cap+xml")]
    public async Task An_alarm_with_a_script_in_it_is_a_file_to_save(string sent, string served)
    {
        var tib = await product.As("tib");
        var script = "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">fetch('/api/live/crises')</x:script>";
        var alarm = new CapMessage().Xml.Replace("<info>", $"<!-- {script} --><info>", StringComparison.Ordinal);
        var taken = (await tib.PostBytes("/alarms", Encoding.UTF8.GetBytes(alarm), sent)).ShouldBe(HttpStatusCode.Created);

        var raw = (await tib.Get($"/alarms/{taken.Json["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK);

        raw.Text.ShouldBe(alarm);
        raw.ContentType.ShouldBe(served);
        raw.Header("X-Received-Content-Type").ShouldBe(sent);
        Check(raw, "raw");
    }

    /// <summary>What a sender calls its bytes goes back in a header, which carries ASCII and no line of its own.</summary>
    [Fact]
    public async Task What_the_sender_called_it_breaks_no_header()
    {
        using var odd = OddClient.Of(product);
        var tib = new Caller(odd, "tib", "live", (await product.As("tib")).Token);
        using var content = new ByteArrayContent("""{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; name=\"rök\"");
        var taken = (await tib.Post("/alarms", content)).ShouldBe(HttpStatusCode.Created);

        var raw = (await tib.Get($"/alarms/{taken.Json["alarmId"]}/raw")).ShouldBe(HttpStatusCode.OK);

        raw.Header("X-Received-Content-Type")!.ShouldAllBe(c => c >= ' ' && c <= '~');
        Check(raw, "raw");
    }

    private static Task<Reply> Send(Ask ask, Caller caller, Scene scene) =>
        ask.IsRead
            ? caller.Get(ask.PathOf(scene.Values))
            : caller.Send(ask.Method, ask.PathOf(scene.Values), Bodies.Of(ask.Name) ?? "{}", [("If-Match", "\"999999999\"")]);

    private static void Check(Reply reply, string what)
    {
        Headers(reply, what);
        var type = reply.ContentType?.Split(';')[0];
        if (reply.Bytes.Length > 0 && !Ours.Contains(type))
        {
            reply.Header("Content-Disposition").ShouldNotBeNull(what).ShouldStartWith("attachment; filename=");
            reply.ContentType.ShouldBeOneOf("application/cap+xml", "text/calendar", "text/calendar; charset=utf-8", "text/csv");
        }

        if (reply.Header("Content-Disposition") is not null && reply.Header("X-Received-Content-Type") is not null)
        {
            reply.Header("Content-Security-Policy").ShouldBe("sandbox; default-src 'none'; frame-ancestors 'none'", what);
        }
    }

    private static void Headers(Reply reply, string what = "")
    {
        var policy = reply.Header("Content-Security-Policy").ShouldNotBeNull(what);
        policy.ShouldContain("default-src 'none'", Case.Sensitive, what);
        policy.ShouldContain("frame-ancestors 'none'", Case.Sensitive, what);
        reply.Header("Cache-Control").ShouldBe("no-store", what);
        reply.Header("X-Content-Type-Options").ShouldBe("nosniff", what);
        reply.Header("Server").ShouldBeNull(what);
    }

    private static Reply Made(string name, string value)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent("x"u8.ToArray()) };
        var headers = new Dictionary<string, string>
        {
            ["Content-Security-Policy"] = Inert,
            ["Cache-Control"] = "no-store",
            ["X-Content-Type-Options"] = "nosniff",
            ["Content-Type"] = "application/json",
            [name] = value,
        };
        foreach (var (header, said) in headers.Where(h => h.Value.Length > 0))
        {
            _ = response.Headers.TryAddWithoutValidation(header, said) || response.Content.Headers.TryAddWithoutValidation(header, said);
        }

        return new(response, "x"u8.ToArray());
    }
}
