using CrisisCommand.Alarms;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.Tests.Alarms;

/// <summary>The suggestion of a kind, from our table.</summary>
public class AlarmKindsTests
{
    private static readonly AlarmKinds Kinds = AlarmKinds.Load();

    [Theory]
    [InlineData("Fire", "Fire event", "", "fire")]
    [InlineData("Safety", "Brand i flerbostadshus", "", "fire")]
    [InlineData("Infra", "Vattenläcka", "", "water-damage")]
    [InlineData("Infra", "Elavbrott", "", "power-outage")]
    [InlineData("Infra", "Avbrott i fjärrvärme", "", "heating-outage")]
    [InlineData("Security", "Skottlossning", "", "shooting")]
    [InlineData("Security", "Gas explosion", "", "explosion")]
    [InlineData("Safety", "Gasläcka", "", "gas-leak")]
    [InlineData("Met", "Sydlig kuling", "", "storm")]
    [InlineData("Safety", "Rasrisk vid fasad", "", "other")]
    [InlineData("Safety", "Ras i garage", "", "structural")]
    [InlineData("Security", "Hot mot personal", "", "violence-or-threat")]
    [InlineData("Safety", "Hotell evakuerat", "", "other")]
    [InlineData("Safety", "Viktigt meddelande", "", "other")]
    [InlineData("Safety", "Viktigt meddelande", "POS", "power-outage")]
    [InlineData("Fire", "Storm", "bushFire", "fire")]
    public void Is_the_event_code_s_else_the_category_s_else_the_words(string category, string happened, string code, string kind)
    {
        var info = new CapInfo
        {
            Categories = [new(category, null)],
            Event = happened,
            EventCodes = code.Length > 0 ? [new("code", code)] : [],
        };
        Kinds.Suggest(info).Value.ShouldBe(kind);
    }

    [Fact]
    public void Is_other_without_info() => Kinds.Suggest(null).Value.ShouldBe("other");

    [Fact]
    public void Every_kind_of_the_table_is_one_of_ours()
    {
        var reference = ReferenceData.Load(new ConfigurationBuilder().Build());
        Kinds.Rules.Select(r => r.Kind).Concat(Kinds.Categories.Values).ShouldAllBe(k => reference.Knows(k));
    }
}
