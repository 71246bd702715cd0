using CrisisCommand.Crises;
using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

public class ManualEditionTests
{
    [Fact]
    public void A_card_is_read_whole()
    {
        var card = Edition.Card(FireCard).ShouldNotBeNull();
        (card.Number, card.Title, card.Revised, card.Note).ShouldBe((2, "Brand", new DateOnly(2026, 11, 24), "Första utgåvan."));
        card.Kinds.ShouldBe([new("fire"), new("explosion")]);
        var section = card.Sections.ShouldHaveSingleItem();
        section.Function.ShouldBe(Situation);
        section.Steps.ShouldBe([
            new(Count, Horizon.Immediately, "Räkna de boende i trapphuset."),
            new(new("rita"), Horizon.Immediately, "Rita läget."),
            new(new("folj-upp"), Horizon.FirstDay, "Följ upp."),
        ]);
        Edition.Card(new("grund"))!.Intro.ShouldBe(["Liv går först."]);
    }

    [Fact]
    public void A_kind_is_worked_by_its_own_cards_and_by_those_for_every_kind()
    {
        Edition.For(new("fire")).Select(c => c.Key.Value).ShouldBe(["grund", "brand"]);
        Edition.For(new("storm")).Select(c => c.Key.Value).ShouldBe(["grund"]);
    }

    [Fact]
    public void The_version_is_of_the_content_and_of_nothing_else()
    {
        Of(("vatten.md", Water), ("brand.md", Fire), ("grund.md", General)).Version.ShouldBe(Edition.Version);
        Of(("grund.md", General), ("brand.md", Fire.Replace("Rita läget.", "Rita läget!")), ("vatten.md", Water))
            .Version.ShouldNotBe(Edition.Version);
        Of(("grund.md", General), ("eld.md", Fire), ("vatten.md", Water)).Version.ShouldNotBe(Edition.Version);
        ManualEdition.VersionOf(Edition.Files).ShouldBe(Edition.Version);
        Edition.Version.Value.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void A_kept_edition_comes_back_as_it_was()
    {
        var kept = new KeptEdition(Edition.Version.Value, Noon, Edition);
        var json = Composition.Store.ToJson(kept);
        var back = Composition.Store.FromJson<KeptEdition>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
        ManualEdition.VersionOf(back.Edition.Files).ShouldBe(Edition.Version);
        back.Edition.Cards.Select(Show).ShouldBe(Edition.Cards.Select(Show));
    }

    /// <summary>Rows of before there were editions.</summary>
    [Fact]
    public void A_declaration_without_a_pin_is_read()
    {
        var json = Composition.Store.ToJson(Declared).Replace($",\"manual\":\"{Edition.Version}\"", "", StringComparison.Ordinal);
        json.ShouldNotContain("manual");
        var old = Composition.Store.FromJson<CrisisDeclared>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
        old.Manual.ShouldBeNull();
        State<CardWork>(old).Manual.ShouldBeNull();
        Work().Manual.ShouldBe(Edition.Version);
    }
}
