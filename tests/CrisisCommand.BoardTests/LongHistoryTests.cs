using System.Diagnostics;
using CrisisCommand.Decisions;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.BoardTests;

public sealed class LongHistoryTests(Product product, Browser browser)
{
    private const int Entries = 5_000;

    [Fact]
    public async Task A_crisis_of_five_thousand_entries_is_moved_through_at_once()
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var happened = TimeProvider.System.GetUtcNow();
        for (var from = 0; from < Entries; from += 500)
        {
            await product.Append(
                Realm.Live,
                new(StreamKinds.Crisis, crisis),
                [.. Enumerable.Range(from, 500).Select(i => Of(i, happened))]
            );
        }

        await using var window = await browser.As("auditor", product.Address);
        var random = new Random(4);
        var whole = await Get(window, $"/live/crises/{crisis}/history", part: false);
        var moves = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            moves.Add(await Get(window, $"/live/crises/{crisis}/history?version={random.Next(1, Entries)}", part: true));
        }

        moves.Sort();
        var again = await Get(window, $"/live/crises/{crisis}/history", part: false);
        var told = await Get(window, $"/live/crises/{crisis}/history?version=2500&as=happened", part: true);
        TestContext.Current.SendDiagnosticMessage(
            $"history of {Entries}: first page {whole:0} ms, again {again:0} ms, a move p50 {moves[20]:0} ms, p95 {moves[37]:0} ms, as happened {told:0} ms"
        );
        moves[20].ShouldBeLessThan(1_000);
    }

    private static IDomainEvent Of(int i, DateTimeOffset happened) =>
        i % 50 == 49
            ? new DecisionTaken(
                i / 50 + 1,
                CommittedText.Commit($"Beslut {i}"),
                CommittedText.Commit("Motiv"),
                [],
                null,
                null,
                null,
                null,
                null,
                happened,
                null
            )
            : new EntryWritten(happened, CommittedText.Commit($"Anteckning {i}"), EntryCategory.Observation, null);

    private static async Task<double> Get(Window window, string address, bool part)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await window.Context.APIRequest.GetAsync(
            address,
            new() { Headers = part ? [new("HX-Request", "true"), new("Accept", "text/html")] : [new("Accept", "text/html")] }
        );
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
