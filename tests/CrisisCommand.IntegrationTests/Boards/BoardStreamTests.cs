using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>The board as it is streamed to who watches it.</summary>
public class BoardStreamTests(Product product)
{
    [Fact]
    public async Task The_stream_shows_the_newest_board_at_once_and_every_newer_one()
    {
        var (vd, crisis) = await product.Declared();
        await using var frames = Watch(vd, crisis, null).GetAsyncEnumerator();

        (await Next(frames)).EventId.ShouldBe("11");
        await vd.Decide(crisis);
        var decided = await Next(frames);

        decided.EventId.ShouldBe("12");
        decided.EventType.ShouldBe("board");
        JsonNode.Parse(decided.Data)!["openDecisions"]![0]!["decision"]!.GetValue<string>().ShouldBe("Evakuera");
    }

    [Fact]
    public async Task The_stream_resumes_after_the_version_that_the_reader_had()
    {
        var (vd, crisis) = await product.Declared();
        await using var frames = Watch(vd, crisis, "11").GetAsyncEnumerator();
        var next = Next(frames);
        await vd.Decide(crisis);

        (await next).EventId.ShouldBe("12");
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("latest")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task Whoever_had_a_version_that_never_was_is_shown_the_whole_board(string lastEventId)
    {
        var (vd, crisis) = await product.Declared();
        await using var frames = Watch(vd, crisis, lastEventId).GetAsyncEnumerator();

        var shown = await Next(frames);

        (shown.EventId, shown.EventType).ShouldBe(("11", "board"));
        JsonNode.Parse(shown.Data)!["functions"].ShouldNotBeNull();
    }

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
