using System.Globalization;

namespace CrisisCommand.Benchmarks;

/// <summary>The figures of one run as a Markdown table, on stdout, and into a file between its markers where one is named.</summary>
internal static class Table
{
    private const string Begin = "<!-- bench:begin -->";
    private const string End = "<!-- bench:end -->";

    public static void Print(Arguments arguments)
    {
        var figures = File.ReadAllLines(arguments["figures"])
            .Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0], parts => parts[1])
            .ToDictionary(g => g.Key, g => g.ToList());
        var text = $"""
            Measured {arguments["date"]} on {arguments[
                "machine"
            ]}, everything (product, PostgreSQL, load) on that one machine, in one run of `ops/bench.sh`.

            | what | measured | wanted |
            |---|---|---|
            {string.Join('\n', Rows.Of(new Run(figures)).Select(r => $"| {r.What} | {r.Measured} | {r.Wanted} |"))}
            """;
        Console.WriteLine(text);
        if (arguments.Find("into") is { } file)
        {
            Put(file, text);
        }
    }

    private static void Put(string file, string text)
    {
        var whole = File.Exists(file) ? File.ReadAllText(file) : "";
        var (begin, end) = (whole.IndexOf(Begin, StringComparison.Ordinal), whole.IndexOf(End, StringComparison.Ordinal));
        var block = $"{Begin}\n{text}\n{End}";
        File.WriteAllText(
            file,
            begin >= 0 && end > begin
                ? whole[..begin] + block + whole[(end + End.Length)..]
                : $"{whole.TrimEnd()}\n\n## Measured\n\n{block}\n".TrimStart()
        );
    }
}

/// <summary>The figures of a run; what was measured several times counts as its median.</summary>
internal sealed class Run(IReadOnlyDictionary<string, List<string>> figures)
{
    public IReadOnlyList<double> All(string name) =>
        figures.TryGetValue(name, out var values)
            ? values.ConvertAll(v => double.Parse(v, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The run gave no figure '{name}'.");

    public double this[string name] => Median(All(name));

    public string Text(string name) => figures[name][^1];

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
