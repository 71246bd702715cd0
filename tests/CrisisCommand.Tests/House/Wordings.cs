using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisCommand.Platform.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrisisCommand.Tests.House;

/// <summary>The wordings as they lie in the features' resources, and what is missing or wrong in them, one line per fault.</summary>
public static partial class Wordings
{
    private static readonly CultureInfo Neutral = CultureInfo.InvariantCulture;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Features and rooms that have wordings, such as <c>Klo</c> and <c>Pages.Desk</c>.</summary>
    public static IEnumerable<string> Rooms =>
        typeof(Words)
            .Assembly.GetManifestResourceNames()
            .Where(n =>
                n.StartsWith("CrisisCommand.", StringComparison.Ordinal) && n.EndsWith(".Words.resources", StringComparison.Ordinal)
            )
            .Select(n => n["CrisisCommand.".Length..^".Words.resources".Length]);

    public static IReadOnlyDictionary<string, string> Swedish(string room) => Read(room, Neutral);

    public static IReadOnlyDictionary<string, string> InEnglish(string room) => Read(room, English);

    /// <summary>Every refusal's code and every code that a converter throws, as they stand in the source.</summary>
    public static IEnumerable<string> Codes(Code code)
    {
        var features = code.Sources.Select(s => s.Feature).Where(f => f.Length > 0).Select(CodeOf).ToHashSet(StringComparer.Ordinal);
        return code
            .Sources.SelectMany(s => s.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Where(l => l.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(l => l.Token.ValueText)
            .Where(text => CodePattern.IsMatch(text) && features.Contains(text.Split('.')[0]))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>What the codes of a feature begin with: <c>alarm-rules</c> for <c>AlarmRules</c>.</summary>
    public static string CodeOf(string feature) => JsonNamingPolicy.KebabCaseLower.ConvertName(feature);

    /// <summary>A code is worded as it is, or in its variants.</summary>
    public static IEnumerable<string> FaultsOfCode(string code)
    {
        var feature = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(code.Split('.')[0]).Replace("-", "", StringComparison.Ordinal);
        var rooms = Rooms.Where(r => r.Split('.')[0] == feature).ToList();
        foreach (
            var (language, keys) in new[]
            {
                ("sv", rooms.SelectMany(r => Swedish(r).Keys)),
                ("en", rooms.SelectMany(r => InEnglish(r).Keys)),
            }
        )
        {
            if (!keys.Any(key => key == code || key.StartsWith(code + ".", StringComparison.Ordinal)))
            {
                yield return $"{feature}/Words, {language}: {code} is missing";
            }
        }
    }

    /// <summary>A wording that fell back to a name of the code, that was given too few arguments, or that has a gap.</summary>
    public static IEnumerable<string> FaultsOfEvent(IDomainEvent data)
    {
        foreach (var culture in new[] { Words.Swedish, Words.English })
        {
            var said = data.InWords(new Words(culture));
            if (said == data.GetType().Name || string.IsNullOrWhiteSpace(said))
            {
                yield return $"{culture.Name}: {data.GetType().Name} has no wording";
            }
            else if (Placeholder.IsMatch(said) || Gap.IsMatch(said))
            {
                yield return $"{culture.Name}: {data.GetType().Name} reads '{said}'";
            }
        }
    }

    /// <summary>A member of an enumeration that is read out under its name in code. Compared in Swedish: an English word may well be the name.</summary>
    public static IEnumerable<string> FaultsOfEnumerations(IDomainEvent data)
    {
        var said = data.InWords(new Words(Words.Swedish));
        return from value in Sample.EnumerationsIn(data)
            let key = $"{value.GetType().Name}.{value}"
            where Regex.IsMatch(said, $@"\b{value}\b") && !Swedish("Reference").ContainsKey(key)
            select $"Reference/Words: {key} is missing";
    }

    /// <summary>What the two languages of a feature disagree about.</summary>
    public static IEnumerable<string> Disagreements(
        IReadOnlyDictionary<string, string> swedish,
        IReadOnlyDictionary<string, string> english
    )
    {
        foreach (var key in swedish.Keys.Union(english.Keys).Order(StringComparer.Ordinal))
        {
            if (!swedish.TryGetValue(key, out var sv) || !english.TryGetValue(key, out var en))
            {
                yield return $"{key} is only in {(swedish.ContainsKey(key) ? "Swedish" : "English")}";
            }
            else if (!Placeholders(sv).SequenceEqual(Placeholders(en)))
            {
                yield return $"{key} has {string.Join(",", Placeholders(sv))} in Swedish and {string.Join(",", Placeholders(en))} in English";
            }
            else if (new[] { sv, en }.Any(w => string.IsNullOrWhiteSpace(w) || w != w.Trim()))
            {
                yield return $"{key} is empty, or begins or ends with a blank";
            }
        }
    }

    private static IEnumerable<string> Placeholders(string wording) =>
        Placeholder.Matches(wording).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string room, CultureInfo culture)
    {
        if (!Rooms.Contains(room))
        {
            return [];
        }

        var resources = new ResourceManager($"CrisisCommand.{room}.Words", typeof(Words).Assembly);
        return resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } set
            ? set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!)
            : [];
    }

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder { get; }

    /// <summary>Where a wording goes on as if there were something to say: a colon before nothing, empty brackets, two blanks, a line break.</summary>
    [GeneratedRegex(@":\s*($|[–.,;)])|\(\s*\)|  |\n| $")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex CodePattern { get; }
}
