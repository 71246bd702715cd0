using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

/// <summary>What the features of the journal and the platform say, they say in both languages.</summary>
public partial class WordsTests
{
    private static readonly string[] Features = ["Platform", "Decisions", "Journal"];

    public static TheoryData<string> Spoken => [.. Features];

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Both_languages_word_the_same_keys_with_the_same_arguments(string feature)
    {
        var (swedish, english) = (Wordings(feature, CultureInfo.InvariantCulture), Wordings(feature, Words.English.Parent));

        swedish.Count.ShouldBeGreaterThan(0);
        english.Keys.ShouldBe(swedish.Keys);
        foreach (var (key, wording) in swedish)
        {
            Arguments(english[key]).ShouldBe(Arguments(wording), key);
            wording.ShouldNotContain('\n');
        }
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Every_refusal_is_worded(string feature)
    {
        var wordings = Wordings(feature, CultureInfo.InvariantCulture).Keys;
        var codes = Refusals(feature).Select(r => r.Code).ToList();

        codes.ShouldNotBeEmpty();
        codes.ShouldAllBe(code => wordings.Any(w => w == code || w.StartsWith(code + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refusal_speaks_the_reader_s_language()
    {
        var refusal = new Refusal("decisions.not-open").As("executed").With("3");

        Problems.Of(refusal, new Words(Words.Swedish)).Detail.ShouldBe("Beslut 3 är redan verkställt.");
        Problems.Of(refusal, new Words(Words.English)).Detail.ShouldBe("Decision 3 has already been carried out.");
        Problems.Of(refusal, new Words(Words.English)).Type.ShouldBe("urn:crisis-command:decisions.not-open");
    }

    private static SortedDictionary<string, string> Wordings(string feature, CultureInfo culture)
    {
        var manager = new ResourceManager($"CrisisCommand.{feature}.Words", typeof(Words).Assembly);
        var set = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false).ShouldNotBeNull();
        return new(set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!), StringComparer.Ordinal);
    }

    private static IEnumerable<Refusal> Refusals(string feature) =>
        typeof(Words)
            .Assembly.GetTypes()
            .Where(t => Code.Product.FeatureOf(t.Namespace) is { } own && own.Split('.')[0] == feature)
            .SelectMany(t =>
                t.GetFields(
                    System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
                )
            )
            .Where(f => f.FieldType == typeof(Refusal))
            .Select(f => (Refusal)f.GetValue(null)!);

    private static IEnumerable<string> Arguments(string wording) =>
        Placeholder.Matches(wording).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder { get; }
}
