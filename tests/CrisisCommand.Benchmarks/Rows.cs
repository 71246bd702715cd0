using System.Globalization;

namespace CrisisCommand.Benchmarks;

/// <summary>One line of the table.</summary>
internal sealed record Row(string What, string Measured, string Wanted = "");

/// <summary>What the table says, each with what issue 2 asks of it.</summary>
internal static class Rows
{
    public static IEnumerable<Row> Of(Run run) => [.. Commands(run), .. Watchers(run), .. Past(run), .. Rest(run)];

    private static IEnumerable<Row> Commands(Run run)
    {
        var (ours, limit) = (run.All("decisions.rate"), run.All("limit.rate"));
        var ratios = ours.Zip(limit, (a, b) => a / b).ToList();
        yield return new(
            $"decisions over HTTP against the database's limit, ratio: median of {ratios.Count} alternating pairs (all of them)",
            $"**{F2(Run.Median(ratios))}** ({string.Join(", ", ratios.Select(F2))})",
            "≥ 0.5"
        );
        yield return new(
            "decisions/s over HTTP: 16 connections, 200 crises, token, idempotency, openings, telemetry exported",
            $"{F0(run["decisions.rate"])}/s; p50 {F1(run["decisions.p50"])} ms, p99 {F1(run["decisions.p99"])} ms"
        );
        yield return new("the database's limit: `pgbench -c 16 -j 1 -M prepared -f limit.sql`, same server", $"{F0(run["limit.rate"])}/s");
        yield return new("telemetry sent meanwhile", $"{F1(run["telemetry.mib"])} MiB");
    }

    private static IEnumerable<Row> Watchers(Run run)
    {
        var floor = run["notify.p50"];
        yield return new("bare LISTEN/NOTIFY round trip", $"p50 {F2(floor)} ms, p99 {F2(run["notify.p99"])} ms");
        foreach (var (watchers, many) in new[] { (1, "1 watcher"), (200, "200 watchers") })
        {
            foreach (
                var (kind, from) in new[] { ("answered", "the answer to the command"), ("recorded", "recordedAt (before the commit)") }
            )
            {
                var (p50, p99) = (run[$"watch{watchers}.{kind}.p50"], run[$"watch{watchers}.{kind}.p99"]);
                yield return new(
                    $"commit → SSE, {many}, from {from}",
                    $"p50 {F2(p50)} ms, p99 {F2(p99)} ms; p50 is {F1(p50 / floor)} × NOTIFY"
                );
            }
        }

        var crowd = run.Text("crowd.watchers");
        yield return new(
            $"{crowd} watchers of one wall board on one node, 5 events/s: from the sending of the command to the change at the watcher",
            $"p50 {F0(run["crowd.p50"])} ms, p99 **{F0(run["crowd.p99"])} ms**",
            "p99 ≤ 500 ms"
        );
        yield return new(
            $"of {crowd} watchers × changes, how many were sent as they came; how many watchers had the last one",
            $"{F2(run["crowd.seen"])} %; {F0(run["crowd.atEnd"])}",
            "every one"
        );
        yield return new(
            "one change as sent to one watcher; the whole board",
            $"{F1(run["crowd.changeKb"])} kB; {F1(run["crowd.wholeKb"])} kB"
        );
        yield return new(
            "first contentful paint of the wall board from a cold node (its first page after the start); the next visit",
            $"**{F0(run["paint.cold"])} ms**; {F0(run["paint.warm"])} ms"
        );
        yield return new(
            "weight of the wall board's page with all its files, compressed, first visit",
            $"**{F0(run["paint.kb"])} kB**",
            "≤ 150 kB"
        );
        yield return new("resident memory of the product per watcher", $"{F0(run["crowd.kbPerWatcher"])} kB");
    }

    private static IEnumerable<Row> Past(Run run)
    {
        foreach (var (kind, name) in new[] { ("asof", "as of a random instant"), ("version", "at a random version") })
        {
            var (big, small) = (run[$"big.{kind}.p95"], run[$"small.{kind}.p95"]);
            yield return new(
                $"board {name}, crisis of {run.Text("big.events")} events",
                $"p50 {F1(run[$"big.{kind}.p50"])} ms, p95 **{F1(big)} ms**",
                "p95 < 200 ms"
            );
            yield return new(
                $"the same, crisis of {run.Text("small.events")} events",
                $"p50 {F1(run[$"small.{kind}.p50"])} ms, p95 {F1(small)} ms; ratio of the p95 **{F2(big / small)}**",
                "ratio ≤ 3"
            );
        }

        yield return new($"the first one after a restart, {run.Text("big.events")} events", $"{F0(run["big.cold"])} ms");
    }

    private static IEnumerable<Row> Rest(Run run)
    {
        yield return new("fold of the board, facts in memory", $"{F0(run["fold.memory"])} events/s");
        yield return new("fold of the board, read from the database", $"{F0(run["fold.database"])} events/s");
        yield return new(
            $"process start → ready, database running: median of {run.All("ready.s").Count}",
            $"**{F2(run["ready.s"])} s** ({string.Join(", ", run.All("ready.s").Select(F2))})",
            "≤ 5 s"
        );
        yield return new("resident memory of the product after the run", $"{F0(run["rss.mib"])} MiB");
    }

    private static string F0(double value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u00a0');

    private static string F1(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string F2(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
