using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Who sees what: words and names for some, that something was written for others, nothing at all for the rest.</summary>
public class ReadersTests(Product product)
{
    private const string Secret = "Hemlig uppgift om en hyresgäst";

    [Fact]
    public async Task An_observer_sees_what_happens_and_no_words_or_names()
    {
        var (vd, observer) = (await product.As("vd"), await product.As("observer"));
        var crisis = await Written(vd);
        var name = await NameOf(vd, crisis);

        foreach (var path in new[] { "", "/board", "/klo", "/timeline", "/decisions", "/decisions/1", "/after-action", "/journal" })
        {
            var seen = (await observer.Get($"/crises/{crisis}{path}")).ShouldBe(HttpStatusCode.OK).Text;
            seen.ShouldNotContain(Secret);
            seen.ShouldNotContain(name);
            (await vd.Get($"/crises/{crisis}{path}")).Text.ShouldContain(path is "/klo" ? name : Secret, Case.Sensitive, path);
        }

        (await observer.Get($"/crises/{crisis}/board")).Json["title"]!.GetValue<string>().ShouldBe("[maskad]");
        (await observer.Get($"/crises/{crisis}/after-action", ("Accept", "text/html"))).Text.ShouldNotContain(Secret);
        var klo = (await observer.Get($"/crises/{crisis}/klo")).Json;
        klo["functions"]![0]!["name"]!.GetValue<string>().ShouldBe("Krisledare (VD)");
        klo["persons"]!.AsObject().ShouldBeEmpty();
        (await observer.Get($"/crises/{crisis}/journal")).Json.AsArray().ShouldAllBe(e => e!["openings"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task An_auditor_reads_what_was_granted_and_that_stands_in_the_crisis()
    {
        var (vd, records) = (await product.As("vd"), await product.As("records-officer"));
        var auditor = await product.Newcomer("auditor");
        await product.AppendTo(auditor, "live", new RoleGranted(new(auditor.Person), StandingRole.Auditor, RoleReach.Admitted));
        var (granted, other) = (await Written(vd), await Written(vd));
        (await auditor.Get("/crises?limit=200")).Json.AsArray().ShouldBeEmpty();
        (await auditor.Get($"/crises/{granted}/journal")).ShouldBe(HttpStatusCode.NotFound);

        var admit = new { personId = auditor.Person, withTexts = true };
        (await records.Post($"/crises/{granted}/readers", admit)).ShouldBe(HttpStatusCode.NoContent);
        (await records.Post($"/crises/{granted}/readers", admit)).ShouldBe(HttpStatusCode.NoContent);

        (await auditor.Get($"/crises/{granted}/journal?limit=200")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(Secret);
        (await auditor.Get($"/crises/{other}/journal")).ShouldBe(HttpStatusCode.NotFound);
        (await auditor.Get("/crises?limit=200")).Json.AsArray().Select(c => c!["crisisId"]!.GetValue<Guid>()).ShouldBe([granted]);
        (await product.StoredEvents(granted)).Count(e => (string)e!["type"]! == "reader_admitted").ShouldBe(1);

        (await records.Delete($"/crises/{granted}/readers/{auditor.Person}")).ShouldBe(HttpStatusCode.NoContent);
        (await auditor.Get($"/crises/{granted}/journal")).ShouldBe(HttpStatusCode.NotFound);
        (await records.Delete($"/crises/{granted}/readers/{auditor.Person}"))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("access.not-admitted");
    }

    [Fact]
    public async Task An_open_stream_ends_when_its_reader_may_no_longer_see_it()
    {
        var vd = await product.As("vd");
        var reader = await product.Newcomer("reader", StandingRole.LogKeeper);
        var crisis = await Written(vd);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/live/crises/{crisis}/board/stream");
        request.Headers.Authorization = new("Bearer", reader.Token);
        using var response = await product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await Eventually.Is(async () => await lines.ReadLineAsync(), line => line?.StartsWith("data:", StringComparison.Ordinal) == true);

        await product.AppendTo(reader, "live", new RoleRevoked(new(reader.Person), StandingRole.LogKeeper));
        (await vd.Post($"/crises/{crisis}/entries", new { text = "Efter" })).ShouldBe(HttpStatusCode.Created);

        var rest = await lines.ReadToEndAsync();
        rest.ShouldNotContain("Efter");
    }

    [Fact]
    public async Task Everybody_can_ask_what_they_may()
    {
        var (vd, deputy, tib) = (await product.As("vd"), await product.As("vd-1"), await product.As("tib"));
        var crisis = await Written(vd);
        var mine = (await vd.Get($"/crises/{crisis}/access")).ShouldBe(HttpStatusCode.OK).Json;
        (mine["leads"]!.GetValue<bool>(), mine["opensTexts"]!.GetValue<bool>()).ShouldBe((true, true));
        mine["capabilities"]!.AsArray().Select(c => (string)c!).ShouldContain("take-decision");
        (await deputy.Get($"/crises/{crisis}/access")).Json["capabilities"]!
            .AsArray()
            .Select(c => (string)c!)
            .ShouldNotContain("take-decision");
        (await tib.Get("/access")).Json["capabilities"]!
            .AsArray()
            .Select(c => (string)c!)
            .ShouldBe(["read-reference", "raise-alarm"], ignoreOrder: true);
    }

    private static async Task<Guid> Written(Caller vd)
    {
        var declared = await vd.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = Secret,
                reason = Secret,
                evenSo = true,
            }
        );
        var crisis = declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
        (await vd.Post($"/crises/{crisis}/entries", new { text = Secret })).ShouldBe(HttpStatusCode.Created);
        (await vd.Post($"/crises/{crisis}/decisions", new { decision = Secret, motive = Secret })).ShouldBe(HttpStatusCode.Created);
        return crisis;
    }

    private static async Task<string> NameOf(Caller vd, Guid crisis) =>
        (await vd.Get($"/crises/{crisis}/klo")).Json["persons"]!["vd"]!.GetValue<string>();
}
