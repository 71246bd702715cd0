using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Manual.ManualGiven;

namespace CrisisCommand.Tests.Manual;

/// <summary>What is wrong with a card is told with file and line: a node that cannot read its manual does not start.</summary>
public class CardParserTests
{
    [Theory]
    [InlineData("title: Brand", "titel: Brand", "brand.md:2: 'titel' is none of title, number, kinds, revised, note")]
    [InlineData("title: Brand", "title:", "brand.md:2: 'title' says nothing")]
    [InlineData("number: 2", "title: Eld", "brand.md:3: 'title' comes twice")]
    [InlineData("number: 2", "number: två", "brand.md:3: 'två' is no number of a card: 1, 2, 3 …")]
    [InlineData("number: 2", "number: 1", "grund.md:1: number 1 is also that of brand.md")]
    [InlineData("fire, explosion", "fire, picnic", "brand.md:4: 'picnic' is no kind of incident, nor 'all'")]
    [InlineData("fire, explosion", "fire, fire", "brand.md:4: 'fire' comes twice")]
    [InlineData("2026-11-24", "i fjol", "brand.md:5: 'i fjol' is no day: 2026-11-24")]
    [InlineData("revised: 2026-11-24\n", "", "brand.md:1: 'revised' is missing")]
    [InlineData("## situation", "## Lägesbild", "brand.md:9: 'Lägesbild' is no key of a function")]
    [InlineData(
        "### Omedelbart",
        "### Snart",
        "brand.md:11: 'Snart' is no horizon: it is one of Omedelbart, Inom 30 minuter, Inom en timme, Första dygnet"
    )]
    [InlineData("### Första dygnet", "### Omedelbart", "brand.md:17: 'Omedelbart' comes once, and before what is due later")]
    [InlineData("- [ ] (folj-upp) Följ upp.\n", "", "brand.md:17: nothing stands under this heading")]
    [InlineData("- [ ] (folj-upp) Följ upp.\n", "## documentation\n", "brand.md:19: the section is empty")]
    [InlineData("- [ ] (folj-upp) Följ upp.\n", "## situation\n", "brand.md:19: the function 'situation' has a section already")]
    [InlineData("(folj-upp) Följ", "(rita) Följ", "brand.md:19: the step 'rita' stands in line 15 already")]
    [InlineData("(folj-upp) Följ upp.", "(folj-upp)", "brand.md:19: the step 'folj-upp' says nothing")]
    [InlineData("(folj-upp) Följ", "Följ", "brand.md:19: a step has an id in kebab-case after its box: - [ ] (step-id) What to do.")]
    [InlineData("(folj-upp)", "(Följ upp)", "brand.md:19: a step has an id in kebab-case after its box: - [ ] (step-id) What to do.")]
    [InlineData(
        "- [ ] (folj-upp)",
        "- (folj-upp)",
        "brand.md:19: a step is one paragraph and begins with an empty box: - [ ] (step-id) What to do."
    )]
    [InlineData(
        "- [ ] (folj-upp)",
        "- [x] (folj-upp)",
        "brand.md:19: a step is one paragraph and begins with an empty box: - [ ] (step-id) What to do."
    )]
    [InlineData(
        "Följ upp.",
        "Följ [upp](http://example.se).",
        "brand.md:19: only plain words stand here: no emphasis, link, code, entity or markup"
    )]
    [InlineData("Följ upp.", "Följ <b>upp</b>.", "brand.md:19: only plain words stand here: no emphasis, link, code, entity or markup")]
    [InlineData("- [ ] (folj-upp) Följ upp.", "Följ upp.", "brand.md:19: a paragraph has no place here")]
    [InlineData("### Första dygnet", "#### Första dygnet", "brand.md:17: a heading of level 4 has no place here")]
    [InlineData("## situation", "# situation", "brand.md:9: a heading of level 1 has no place here")]
    public void A_fault_is_named_with_file_and_line(string written, string instead, string fault)
    {
        Fire.ShouldContain(written);
        var broken = Should.Throw<UnusableManual>(() =>
            Of(("grund.md", General), ("brand.md", Fire.Replace(written, instead)), ("vatten.md", Water))
        );
        broken.Faults.Select(f => f.ToString()).ShouldContain(fault);
        broken.Message.ShouldContain(fault);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var broken = Should.Throw<UnusableManual>(() =>
            Of(("grund.md", General.Replace("number: 1", "number: 0")), ("brand.md", Fire.Replace("(rita)", "")))
        );
        broken.Faults.Select(f => (f.File, f.Line)).ShouldBe([("brand.md", 15), ("grund.md", 3)]);
    }

    [Theory]
    [InlineData("Brand!.md", Fire, "Brand!.md:1: the file's name is the card's and is written in kebab-case, a-z, 0-9 and hyphens")]
    [InlineData("brand.md", "", "brand.md:1: the card begins with its front matter, between two lines of ---")]
    [InlineData("brand.md", "---\ntitle: x\n", "brand.md:1: the card begins with its front matter, between two lines of ---")]
    public void A_file_that_is_no_card_is_refused(string name, string text, string fault) =>
        Should.Throw<UnusableManual>(() => Of((name, text), ("grund.md", General))).Faults.Select(f => f.ToString()).ShouldContain(fault);

    [Fact]
    public void A_kind_without_a_card_is_refused() =>
        Should
            .Throw<UnusableManual>(() => Of(("brand.md", Fire)))
            .Faults.Select(f => f.What)
            .ShouldContain("no card is for the kind 'storm'");
}
