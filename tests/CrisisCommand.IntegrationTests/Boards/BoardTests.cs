using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Boards;

public class BoardTests(Product product)
{
    [Fact]
    public async Task The_board_now_is_the_fold_of_the_whole_journal_and_carries_its_version()
    {
        var (vd, crisis) = await Declared();
        (await vd.Post($"/crises/{crisis}/functions/crisis-leader/staffing", new { personId = "vd" })).ShouldBe(HttpStatusCode.NoContent);

        var board = (await vd.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);

        board.ETag.ShouldBe("\"12\"");
        board.Json["version"]!.GetValue<long>().ShouldBe(12);
        board.Json["functions"]![0]!["holder"]!.GetValue<string>().ShouldBe("vd");
        (await vd.Get($"/crises/{crisis}/board", ("If-None-Match", "\"12\""))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_board_at_every_version_equals_the_fold_of_the_first_facts()
    {
        var (vd, crisis) = await Declared();
        for (var i = 0; i < 5; i++)
        {
            await Decide(vd, crisis);
        }

        var journals = product.Services.GetRequiredService<Journals>();
        var presentation = product.Services.GetRequiredService<BoardPresentation>();
        var facts = await journals.Facts(Realm.Live, crisis, 1, null, default);
        for (var version = 1; version <= facts.Count; version++)
        {
            var served = await product.Services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, crisis, version, default);
            presentation.HashOf(served!).ShouldBe(presentation.HashOf(Fold.Of<Board>(facts.Take(version))));
            (await vd.Get($"/crises/{crisis}/board?version={version}")).Json["version"]!.GetValue<long>().ShouldBe(version);
        }
    }

    [Fact]
    public async Task The_board_as_of_an_instant_holds_what_was_recorded_until_then()
    {
        var (vd, crisis) = await Declared();
        await Decide(vd, crisis);
        var then = (await vd.Get($"/crises/{crisis}/board")).Json;
        await Decide(vd, crisis);

        var asOf = (await vd.Get($"/crises/{crisis}/board?asOf={then["recordedAt"]!.GetValue<string>()}")).ShouldBe(HttpStatusCode.OK);

        asOf.Text.ShouldBe(then.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        (await vd.Get($"/crises/{crisis}/board?asOf=2020-01-01T00:00:00Z"))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("boards.not-yet");
    }

    [Theory]
    [InlineData("?version=0", HttpStatusCode.NotFound, "boards.unknown-version")]
    [InlineData("?version=9999", HttpStatusCode.NotFound, "boards.unknown-version")]
    [InlineData("?version=x", HttpStatusCode.BadRequest, "boards.no-version")]
    [InlineData("?asOf=yesterday", HttpStatusCode.BadRequest, "boards.no-instant")]
    [InlineData("?version=1&asOf=2026-01-01T00:00:00Z", HttpStatusCode.BadRequest, "boards.version-or-instant")]
    public async Task A_board_that_never_was_is_a_problem(string query, HttpStatusCode status, string problem)
    {
        var (vd, crisis) = await Declared();

        (await vd.Get($"/crises/{crisis}/board{query}")).ShouldBe(status).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task A_decision_carries_the_receipt_of_the_board_that_was_seen()
    {
        var (vd, crisis) = await Declared();
        var receipt = (await vd.Get($"/crises/{crisis}/board")).Header("Board-Receipt");

        var decided = await vd.Post(
            $"/crises/{crisis}/decisions",
            new
            {
                decision = "Evakuera",
                motive = "Rök",
                receipt,
            }
        );

        decided.ShouldBe(HttpStatusCode.Created);
        var seen = JsonNode.Parse(
            (await product.Scalar<string>($"select data->>'receipt' from crisis.mt_events where id = '{decided.Json["eventId"]}'"))!
        )!;
        seen["version"]!.GetValue<long>().ShouldBe(11);
        var again = await product.Services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, crisis, 11, default);
        seen["hash"]!.GetValue<string>().ShouldBe(product.Services.GetRequiredService<BoardPresentation>().HashOf(again!).Hex);
    }

    [Fact]
    public async Task A_forged_receipt_or_another_crisis_or_persons_is_refused()
    {
        var (vd, crisis) = await Declared();
        var (_, other) = await Declared();
        var receipt = (await vd.Get($"/crises/{other}/board")).Header("Board-Receipt")!;
        var own = (await vd.Get($"/crises/{crisis}/board")).Header("Board-Receipt")!;
        var chief = await product.As("chief-of-staff");
        var delegated = new DecisionsDelegated(new("chief-of-staff"), CommittedText.Commit("Evakuering"), null);
        await product.Append(Realm.Live, new(StreamKinds.Crisis, Guid.Parse($"{crisis}")), delegated);

        await Refused(vd, receipt, "decisions.other-crisis-receipt");
        await Refused(vd, own[..^6] + "AAAAAA", "decisions.forged-receipt");
        await Refused(chief, own, "decisions.other-person-receipt");

        async Task Refused(Caller who, string sent, string problem) => (
                await who.Post(
                    $"/crises/{crisis}/decisions",
                    new
                    {
                        decision = "Evakuera",
                        motive = "Rök",
                        receipt = sent,
                    }
                )
            ).ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task The_stream_shows_the_newest_board_at_once_and_every_newer_one()
    {
        var (vd, crisis) = await Declared();
        await using var frames = Watch(vd, crisis, null).GetAsyncEnumerator();

        (await Next(frames)).EventId.ShouldBe("11");
        await Decide(vd, crisis);
        var decided = await Next(frames);

        decided.EventId.ShouldBe("12");
        decided.EventType.ShouldBe("board");
        JsonNode.Parse(decided.Data)!["openDecisions"]![0]!["decision"]!.GetValue<string>().ShouldBe("Evakuera");
    }

    [Fact]
    public async Task The_stream_resumes_after_the_version_that_the_reader_had()
    {
        var (vd, crisis) = await Declared();
        await using var frames = Watch(vd, crisis, "11").GetAsyncEnumerator();
        var next = Next(frames);
        await Decide(vd, crisis);

        (await next).EventId.ShouldBe("12");
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("latest")]
    public async Task A_version_that_never_was_does_not_restart_the_stream_in_silence(string lastEventId)
    {
        var (vd, crisis) = await Declared();

        (await vd.Get($"/crises/{crisis}/board/stream", ("Last-Event-ID", lastEventId)))
            .ShouldBe(HttpStatusCode.BadRequest)
            .Problem.ShouldBe("boards.unknown-event-id");
    }

    [Fact]
    public async Task An_exercise_has_its_own_crises()
    {
        var (_, crisis) = await Declared();
        var exercise = await product.As("vd", "ovning");

        (await exercise.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.NotFound);
        var own = await exercise.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = "Övning Alva",
                reason = "Övning",
            }
        );
        (await exercise.Get($"/crises/{own.Json["crisisId"]}/board")).Json["exercise"]!.GetValue<bool>().ShouldBeTrue();
    }

    private async Task<(Caller Vd, Guid Crisis)> Declared()
    {
        var vd = await product.As("vd");
        var declared = await vd.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = "Brand i Skärholmen",
                reason = "Hot mot liv",
            }
        );
        return (vd, declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>());
    }

    private static async Task Decide(Caller vd, Guid crisis) =>
        (await vd.Post($"/crises/{crisis}/decisions", new { decision = "Evakuera", motive = "Rök" })).ShouldBe(HttpStatusCode.Created);

    private async IAsyncEnumerable<SseItem<string>> Watch(Caller who, Guid crisis, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{who.Base}/crises/{crisis}/board/stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        using var response = await product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            yield return item;
        }
    }

    private static async Task<SseItem<string>> Next(IAsyncEnumerator<SseItem<string>> frames)
    {
        (await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        return frames.Current;
    }
}
