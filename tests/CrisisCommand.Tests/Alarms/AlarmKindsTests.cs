using CrisisCommand.Alarms;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Tests.House;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Alarms;

/// <summary>The suggestion of a kind, from our table.</summary>
public class AlarmKindsTests
{
    private static readonly AlarmKinds Kinds = AlarmKinds.Load();

    /// <summary>As people and systems write, with the kind that a reader would name: <c>kind-phrases.tsv</c>.</summary>
    public static TheoryData<string, string> Phrases =>
        new(
            File.ReadLines(Path.Combine(SourceFile.Repository, "tests/CrisisCommand.Tests/Alarms/kind-phrases.tsv"))
                .Select(line => line.Split('\t'))
                .Select(row => (row[1], row[0]))
        );

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_is_of_the_kind_that_it_names(string phrase, string kind) =>
        (Kinds.InWords(Kinds.Telling(phrase)) ?? IncidentKind.Other).Value.ShouldBe(kind);

    [Fact]
    public void There_are_enough_phrases_to_judge_by() => Phrases.Count.ShouldBeGreaterThanOrEqualTo(150);

    [Theory]
    [InlineData("Fire", "Fire event", "", "fire")]
    [InlineData("Fire", "Viktigt meddelande", "", "fire")]
    [InlineData("Met", "Översvämning", "", "water-damage")]
    [InlineData("Met", "Vädermeddelande", "", "other")]
    [InlineData("Safety", "Viktigt meddelande", "POS", "power-outage")]
    [InlineData("Fire", "Storm", "bushFire", "fire")]
    [InlineData("Fire", "Gasläcka", "", "gas-leak")]
    public void Is_the_event_code_s_else_the_words_else_the_category_s(string category, string happened, string code, string kind)
    {
        var info = new CapInfo
        {
            Categories = [new(category, null)],
            Event = happened,
            EventCodes = code.Length > 0 ? [new("code", code)] : [],
        };
        Kinds.Suggest(info).Value.ShouldBe(kind);
    }

    /// <summary>What stands first is asked first: a headline is about the alarm, a description also about what is near it.</summary>
    [Theory]
    [InlineData("Vattenläcka", "Brand", "Rök", "water-damage")]
    [InlineData(null, "Brand", "Vattenläcka", "fire")]
    [InlineData("Viktigt!", "Viktigt meddelande till allmänheten (VMA)", "Gasutsläpp i Skärholmen.", "gas-leak")]
    public void Headline_event_and_description_are_asked_in_this_order(string? headline, string happened, string said, string kind) =>
        Kinds
            .Suggest(
                new()
                {
                    Headline = headline,
                    Event = happened,
                    Description = said,
                }
            )
            .Value.ShouldBe(kind);

    [Fact]
    public void Is_other_without_info() => Kinds.Suggest(null).Value.ShouldBe("other");

    [Fact]
    public void Every_kind_of_the_table_is_one_of_ours()
    {
        var reference = ReferenceData.Load(new ConfigurationBuilder().Build());
        Kinds.Rules.Select(r => r.Kind).Concat(Kinds.Categories.Values).ShouldAllBe(k => reference.Knows(k));
    }

    [Fact]
    public void The_company_may_have_a_table_of_its_own()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kinds-{Ids.Named(nameof(AlarmKindsTests)):N}.json");
        File.WriteAllText(
            file,
            """{"categories": {}, "saysNothing": [], "seenThrough": [], "rules": [{"kind": "storm", "words": ["lövhalka"]}]}"""
        );
        var own = AlarmKinds.Load(new ConfigurationBuilder().AddInMemoryCollection([new("Alarms:KindsFile", file)]).Build());
        File.Delete(file);

        own.InWords("Lövhalka i Hässelby")!.Value.Value.ShouldBe("storm");
        own.InWords("Brand").ShouldBeNull();
    }
}
