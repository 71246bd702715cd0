using System.Globalization;

namespace CrisisCommand.Benchmarks;

/// <summary>Figures as ops/bench.sh gathers them.</summary>
internal static class Figures
{
    public static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.######}"));

    public static void Print(string name, string value) => Console.WriteLine($"{name}\t{value}");

    /// <summary>The value that the given share (0 to 1) of the samples does not exceed: nearest rank.</summary>
    public static double Percentile(IReadOnlyCollection<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
