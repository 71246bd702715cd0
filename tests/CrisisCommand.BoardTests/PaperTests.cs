using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>What is printed: the kit for the binder, and the log for the wall when the screens may go.</summary>
public sealed class PaperTests(Product product, Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_kit_is_read_and_printed_with_or_without_a_script(bool script)
    {
        await using var window = await browser.As("vd", product.Address, Screen.Desk with { Script = script });
        await window.Page.GotoAsync("/live/kit?sheets=2");
        await Assertions.Expect(window.Page.GetByText("Stabschef").First).ToBeVisibleAsync();
        if (script)
        {
            await window.ShouldBeFit();
            await window.Picture("kit");
        }
    }

    [Fact]
    public async Task The_paper_log_tells_what_happened_in_its_quarter_of_an_hour()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("vd", product.Address);
        await window.Page.GotoAsync($"/live/crises/{crisis}/paper?sheet=1");
        await Assertions.Expect(window.Page.GetByText("Räddningstjänsten på plats").First).ToBeVisibleAsync();
        await window.ShouldBeFit();
        await window.Picture("paper");
    }
}
