using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Reference;

public class WordsTests
{
    private static readonly Words Swedish = new(Words.Swedish);
    private static readonly Words English = new(Words.English);

    [Theory]
    [InlineData("Klo")]
    [InlineData("Crises")]
    [InlineData("People")]
    [InlineData("Reference")]
    public void Both_languages_say_the_same_things_with_the_same_blanks(string feature)
    {
        var (swedish, english) = (Entries(feature, CultureInfo.InvariantCulture), Entries(feature, new("en")));

        english.Keys.ShouldBe(swedish.Keys, ignoreOrder: true);
        foreach (var (key, wording) in swedish)
        {
            Blanks(english[key]).ShouldBe(Blanks(wording), key);
            wording.ShouldBe(wording.Trim(), key);
        }
    }

    [Theory]
    [InlineData(typeof(KloRefusals))]
    [InlineData(typeof(CrisisRefusals))]
    public void Every_refusal_is_worded(Type refusals)
    {
        foreach (var refusal in refusals.GetFields().Select(f => (Refusal)f.GetValue(null)!))
        {
            Swedish.Say(refusal.Code, "a", "b").ShouldNotBe(refusal.Code);
            English.Say(refusal.Code, "a", "b").ShouldNotBe(Swedish.Say(refusal.Code, "a", "b"));
        }
    }

    [Fact]
    public void Every_event_is_worded()
    {
        var namespaces = new[] { "CrisisCommand.Klo", "CrisisCommand.Crises", "CrisisCommand.People" };
        var events = typeof(IDomainEvent)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && namespaces.Contains(t.Namespace));
        foreach (var type in events)
        {
            Entries(type.Namespace!.Split('.')[1], CultureInfo.InvariantCulture)
                .Keys.ShouldContain(k => k == type.Name || k.StartsWith(type.Name + ".", StringComparison.Ordinal), type.Name);
        }
    }

    [Fact]
    public void Kinds_areas_and_enumerations_have_names()
    {
        var reference = ReferenceData.Load(new ConfigurationBuilder().Build());
        reference.Kinds.ShouldAllBe(k => Swedish.Kind(k) != k.Value && English.Kind(k) != k.Value);
        reference.Areas.ShouldAllBe(a => Swedish.Area(a.Key) == a.Name);
        Named<AlarmSource>();
        Named<AlarmStatus>();
        Named<Severity>();
        Named<Urgency>();
        Named<Certainty>();
        Named<Mandate>();
        Named<ReportedFact>();
    }

    [Fact]
    public void A_fact_reads_as_a_sentence_in_both_languages()
    {
        var answered = new SummonsAnswered(new("documentation"), new("documentation-1"), SummonsAnswer.Coming, null);
        answered.InWords(Swedish).ShouldBe("documentation-1 kommer till Dokumentation.");
        answered.InWords(English).ShouldBe("documentation-1 is coming to Documentation.");
    }

    private static void Named<TEnum>()
        where TEnum : struct, Enum
    {
        var keys = Entries("Reference", CultureInfo.InvariantCulture).Keys;
        Enum.GetValues<TEnum>().ShouldAllBe(value => keys.Contains($"{typeof(TEnum).Name}.{value}"));
    }

    private static Dictionary<string, string> Entries(string feature, CultureInfo culture) =>
        new ResourceManager($"CrisisCommand.{feature}.Words", typeof(Words).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Blanks(string wording) => [.. Regex.Matches(wording, @"\{\d\}").Select(m => m.Value).Distinct().Order()];
}
