using System.Reflection;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.House;

/// <summary>Officers read Swedish first and English second; nobody reads the names of classes.</summary>
public class WordingTests
{
    public static TheoryData<string> Events => [.. Composition.Events.Select(e => e.Name)];

    public static TheoryData<string> FeaturesWithEvents => [.. Composition.Events.Select(e => e.Type.Namespace!.Split('.')[1]).Distinct()];

    public static TheoryData<string> Rooms => [.. Wordings.Rooms];

    public static TheoryData<string> Capabilities => [.. KnownCapabilities.All.Select(c => c.Value)];

    public static TheoryData<string> Codes => [.. Wordings.Codes(Code.Product)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_form_of_an_event_is_worded_in_both_languages(string name)
    {
        var type = Composition.Events.Single(e => e.Name == name).Type;
        Sample
            .Variants(type)
            .SelectMany(v => Wordings.FaultsOfEvent(v).Concat(Wordings.FaultsOfEnumerations(v)))
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_worded_in_both_languages(string code) => Wordings.FaultsOfCode(code).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(FeaturesWithEvents))]
    public void A_feature_with_events_has_words(string feature) =>
        Wordings.Rooms.ShouldContain(feature, $"{feature}/Words.resx is missing");

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Both_languages_say_the_same(string room) =>
        Wordings.Disagreements(Wordings.Swedish(room), Wordings.InEnglish(room)).ShouldBeEmpty();

    /// <summary>By what it is that one may not, in the words of the feature whose right it is.</summary>
    [Theory]
    [MemberData(nameof(Capabilities))]
    public void Every_right_that_is_refused_is_worded_in_both_languages(string capability)
    {
        var key = $"access.not-permitted.{capability}";
        Wordings.Rooms.Count(r => Wordings.Swedish(r).ContainsKey(key)).ShouldBe(1);
        Wordings.Rooms.Count(r => Wordings.InEnglish(r).ContainsKey(key)).ShouldBe(1);
    }

    /// <summary>The codes above are read from the source; this is every refusal that the product holds.</summary>
    [Fact]
    public void Every_refusal_has_a_code_of_its_feature()
    {
        var refusals = Code
            .Product.Types.SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Refusal))
            .Select(f => (Field: f, Refusal: (Refusal)f.GetValue(null)!))
            .ToList();
        refusals.Select(r => r.Refusal.Code).Except(Wordings.Codes(Code.Product)).ShouldBeEmpty();
        refusals.Select(r => r.Refusal.Code).ShouldBeUnique();
        refusals
            .Where(r =>
                !r.Refusal.Code.StartsWith(
                    Wordings.CodeOf(Code.Product.FeatureOf(r.Field.DeclaringType!.Namespace)!.Split('.')[0]) + ".",
                    StringComparison.Ordinal
                )
            )
            .Select(r => $"{r.Field.DeclaringType!.Name}.{r.Field.Name} is {r.Refusal.Code}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_event_without_a_wording_is_found() =>
        Wordings
            .FaultsOfEvent(new Canaries.Open.Klo.Happened())
            .ShouldBe(["sv-SE: Happened has no wording", "en-GB: Happened has no wording"]);

    [Theory]
    [InlineData("Samling: ")]
    [InlineData("Beslut 1 – Verkställs av:  – Senast: i dag")]
    [InlineData("Väntas ().")]
    [InlineData("Klart {1}")]
    [InlineData("Två\nrader")]
    public void A_gap_in_a_wording_is_found(string said) =>
        Wordings.FaultsOfEvent(new Canaries.Unworded.Klo.Said(said)).ShouldContain($"sv-SE: Said reads '{said}'");

    [Fact]
    public void An_enumeration_read_out_in_code_is_found() =>
        Wordings
            .FaultsOfEnumerations(new Canaries.Unworded.Klo.Rated(Canaries.Unworded.Klo.Rating.Splendid))
            .ShouldBe(["Reference/Words: Rating.Splendid is missing"]);

    [Fact]
    public void A_code_without_a_wording_is_found() => Wordings.FaultsOfCode("platform.never-worded").Count().ShouldBe(2);

    [Fact]
    public void Codes_are_read_from_the_source() =>
        Wordings
            .Codes(
                Code.CanarySource(
                    ("Klo/A.cs", "class A { string a = \"klo.not-staffed\", b = \"other.thing\", c = \"klo.\", d = \"klo x.y\"; }")
                )
            )
            .ShouldBe(["klo.not-staffed"]);

    [Fact]
    public void Codes_of_a_feature_of_two_words_are_read_from_the_source() =>
        Wordings
            .Codes(
                Code.CanarySource(
                    (
                        "AlarmRules/A.cs",
                        "class A { string a = \"alarm-rules.too-many\", b = \"alarmrules.thing\", c = \"rules.x\", d = \"alarm-rules.a.b\"; }"
                    )
                )
            )
            .ShouldBe(["alarm-rules.too-many"]);

    [Theory]
    [InlineData("Klar", null, "k is only in Swedish")]
    [InlineData(null, "Done", "k is only in English")]
    [InlineData("{0} och {1}", "{0}", "k has 0,1 in Swedish and 0 in English")]
    [InlineData("{0:N0}", "{1}", "k has 0 in Swedish and 1 in English")]
    [InlineData("Klar\n", "Done", "k is empty, or begins or ends with a blank")]
    [InlineData("Klar", "", "k is empty, or begins or ends with a blank")]
    public void What_two_languages_disagree_about_is_found(string? swedish, string? english, string fault) =>
        Wordings.Disagreements(Only(swedish), Only(english)).ShouldBe([fault]);

    [Fact]
    public void Order_of_placeholders_is_free() => Wordings.Disagreements(Only("{1} av {0}"), Only("{0} of {1} {0}")).ShouldBeEmpty();

    private static Dictionary<string, string> Only(string? wording) => wording is null ? [] : new() { ["k"] = wording };
}
