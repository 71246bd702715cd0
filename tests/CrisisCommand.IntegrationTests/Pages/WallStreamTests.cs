using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CrisisCommand.Boards;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Pages;

public class WallStreamTests(Product product)
{
    [Fact]
    public async Task Whoever_has_the_board_before_is_sent_what_changed_and_anybody_else_all_of_it()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "documentation", "documentation");
        var keeper = await product.As("documentation");
        using var reading = await Open(vd, crisis, lastSeen: null);
        var whole = await reading.Message();
        await keeper.Post($"/crises/{crisis}/entries", new { text = "En rad" });
        var change = await reading.Message();

        whole.ShouldContain("#cell-functions");
        whole.ShouldContain("#cell-journal");
        change.ShouldContain("En rad");
        change.ShouldContain("#cell-journal");
        change.ShouldNotContain("#cell-functions");
    }

    [Fact]
    public async Task The_cell_of_the_situation_is_sent_with_every_line_that_stands()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Report("skarholmen");
        using var reading = await Open(vd, crisis, lastSeen: null);
        await reading.Message();
        await Report("hasselby");
        var change = await reading.Message();

        change.ShouldContain("#cell-situation");
        change.ShouldContain("st-skarholmen_");
        change.ShouldContain("st-hasselby_");
        change.ShouldNotContain("#cell-tasks");

        async Task Report(string area) =>
            await vd.Post($"/crises/{crisis}/situation", new { text = "Läget", status = new[] { new { area, status = "critical" } } });
    }

    [Fact]
    public async Task Whoever_comes_back_is_sent_all_of_it_once()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "documentation", "documentation");
        var keeper = await product.As("documentation");
        foreach (var line in new[] { "Rad ett", "Rad två" })
        {
            await keeper.Post($"/crises/{crisis}/entries", new { text = line });
        }

        using var reading = await Open(vd, crisis, lastSeen: "1");
        var message = await reading.Message();
        message.ShouldContain("Rad ett");
        message.ShouldContain("Rad tv&#xE5;");
        message.ShouldContain("#cell-functions");
    }

    /// <summary>Fifty people of two audiences watch: each version is drawn twice, not fifty times.</summary>
    [Fact]
    public async Task A_board_is_drawn_once_per_version_and_audience()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var feeds = product.Services.GetRequiredService<BoardFeeds>();
        var form = new Counting();
        var readers = new[] { true, false }.Select(opens => new Reader(Realm.Live, new("vd"), opens, Words.Swedish));
        var watchers = readers.SelectMany(r => Enumerable.Range(0, 25).Select(_ => feeds.Watch(r, crisis, form))).ToList();
        try
        {
            var reported = await vd.Post($"/crises/{crisis}/situation", new { text = "Lugnt" });
            var last = long.Parse(reported.ETag!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var watcher in watchers)
            {
                while ((await watcher.Frames.ReadAsync()).Version < last) { }
            }

            form.Drawn.GroupBy(d => d).ShouldAllBe(d => d.Count() == 1);
            form.Drawn.Where(d => d.Version == last).Select(d => d.Opens).Order().ShouldBe([false, true]);
        }
        finally
        {
            watchers.ForEach(w => w.Dispose());
        }
    }

    private async Task<Reading> Open(Caller caller, Guid crisis, string? lastSeen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/live/crises/{crisis}/stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        if (lastSeen is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastSeen);
        }

        var response = await product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private sealed record Reading(HttpResponseMessage Response, StreamReader Stream) : IDisposable
    {
        /// <summary>The next message that has cells; comments and beats are passed over.</summary>
        public async Task<string> Message()
        {
            var message = "";
            while (await Stream.ReadLineAsync() is { } line)
            {
                message += line + "\n";
                if (line.Length == 0 && message.Contains("#cell-", StringComparison.Ordinal))
                {
                    return message;
                }

                message = line.Length == 0 ? "" : message;
            }

            throw new EndOfStreamException();
        }

        public void Dispose()
        {
            Stream.Dispose();
            Response.Dispose();
        }
    }

    private sealed class Counting : BoardForm
    {
        public ConcurrentBag<(long Version, bool Opens)> Drawn { get; } = [];

        public override Task<BoardFrame> Frame(BoardView view, Reader reader, BoardFrame? before)
        {
            Drawn.Add((view.Version, reader.OpensTexts));
            return Task.FromResult(new BoardFrame(view.Version, view.RecordedAt, ReadOnlyMemory<byte>.Empty));
        }
    }
}
