using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Tests.House;

/// <summary>A row of <c>ops/security.md</c>: requirements of OWASP ASVS 5.0.0 (levels 1 and 2), and what is said of them.</summary>
internal sealed record SecurityRow(IReadOnlyList<string> Requirements, string Verdict, string Detail);

/// <summary>Reads <c>ops/security.md</c> and finds what cannot be true in it.</summary>
internal static partial class SecurityTable
{
    /// <summary>How many requirements of levels 1 and 2 each chapter has, 1 to 17 (OWASP ASVS 5.0.0, its CSV edition).</summary>
    private static readonly int[] Chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    public static IReadOnlyList<SecurityRow> Rows(string page) =>
        [
            .. page.Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells is ["", _, _, _, _, ""] && char.IsAsciiDigit(cells[1].FirstOrDefault()))
                .Select(cells => new SecurityRow([.. cells[1].Split(", ").SelectMany(Expand)], cells[3], cells[4])),
        ];

    public static IEnumerable<string> Faults(IReadOnlyList<SecurityRow> rows, IReadOnlySet<string> tests)
    {
        var all = rows.SelectMany(r => r.Requirements).ToList();
        foreach (var doubled in all.GroupBy(r => r).Where(g => g.Count() > 1))
        {
            yield return $"{doubled.Key} stands {doubled.Count()} times";
        }

        for (var chapter = 1; chapter <= Chapters.Length; chapter++)
        {
            var count = all.Count(r => r.StartsWith($"{chapter}.", StringComparison.Ordinal));
            if (count != Chapters[chapter - 1])
            {
                yield return $"chapter {chapter} has {count} of {Chapters[chapter - 1]} requirements";
            }
        }

        foreach (var fault in rows.SelectMany(r => FaultsOf(r, tests)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> FaultsOf(SecurityRow row, IReadOnlySet<string> tests)
    {
        var named = Named.Matches(row.Detail).Select(m => m.Groups[1].Value).ToList();
        return row.Verdict switch
        {
            "held by" when named.Count == 0 => [$"{row.Requirements[0]} is held by no test"],
            "held by" or "not applicable" or "open" => row.Detail.Length == 0
                ? [$"{row.Requirements[0]} says nothing"]
                : named.Where(n => !tests.Contains(n)).Select(n => $"{row.Requirements[0]} names {n}, which is no test"),
            _ => [$"{row.Requirements[0]} is '{row.Verdict}'"],
        };
    }

    /// <summary>A requirement, or several in a row: <c>6.2.1–6.2.12</c>.</summary>
    private static IEnumerable<string> Expand(string cell)
    {
        var ends = cell.Split('–');
        var section = ends[0][..ends[0].LastIndexOf('.')];
        var (first, last) = (Last(ends[0]), Last(ends[^1]));
        return Enumerable.Range(first, last - first + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{section}.{n}"));
    }

    private static int Last(string requirement) => int.Parse(requirement.Split('.')[^1], CultureInfo.InvariantCulture);

    [GeneratedRegex("`([A-Za-z]+Tests)`", RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }
}
