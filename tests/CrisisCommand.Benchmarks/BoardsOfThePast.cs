using System.Diagnostics;
using System.Globalization;

namespace CrisisCommand.Benchmarks;

/// <summary>The board as of random instants and at random versions of one crisis, asked one after the other.</summary>
internal static class BoardsOfThePast
{
    // Fixed, so that two runs ask the same.
    private const int Seed = 112;

    public static async Task Measure(Arguments arguments)
    {
        using var api = await Api.Connect(arguments);
        var (crisis, name) = (arguments["crisis"], arguments["name"]);
        if (arguments.Find("cold") is not null)
        {
            Figures.Print($"{name}.cold", await Timed(api, $"{crisis}/board?asOf={Text(TimeProvider.System.GetUtcNow())}"));
            return;
        }

        var head = await api.Get(crisis + "/board");
        var last = head["version"]!.GetValue<long>();
        var (from, to) = (Time(head["declaredAt"]!.GetValue<string>()), Time(head["recordedAt"]!.GetValue<string>()));
        var random = new Random(Seed);
        var (instants, versions) = (new List<double>(), new List<double>());
        for (var n = 0; n < arguments.Number("times"); n++)
        {
            var instant = Text(from + ((to - from) * random.NextDouble()));
            instants.Add(await Timed(api, $"{crisis}/board?asOf={instant}"));
            versions.Add(await Timed(api, $"{crisis}/board?version={random.NextInt64(1, last + 1)}"));
        }

        foreach (var (kind, samples) in new[] { ("asof", instants), ("version", versions) })
        {
            Figures.Print($"{name}.{kind}.p50", Figures.Percentile(samples, 0.50));
            Figures.Print($"{name}.{kind}.p95", Figures.Percentile(samples, 0.95));
        }
    }

    private static async Task<double> Timed(Api api, string path)
    {
        var since = Stopwatch.GetTimestamp();
        await api.Get(path);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static string Text(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
