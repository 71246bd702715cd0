using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.BoardTests;

/// <summary>A revision on the phone is a whole decision: the form loses nothing that it does not speak of, and clears what is cleared in it.</summary>
public sealed class RevisionTests(Product product, Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_touched_on_the_form_stays_and_nothing_is_told_as_changed(bool script)
    {
        var (crisis, number) = await Decided("observer");
        await using var phone = await Form(crisis, number, script);
        await phone.Page.GetByLabel("Varför?").FillAsync("Motivet var oklart");
        await Send(phone, number);

        var (before, after) = (await DecisionOf(crisis, number), await DecisionOf(crisis, number + 1));
        Kept(after).ShouldBe(Kept(before));
        ((string)before["history"]![1]!["words"]!).ShouldNotContain("ändrat");
    }

    [Fact]
    public async Task Who_carries_it_out_is_cleared_and_another_time_given_in_minutes_holds()
    {
        var (crisis, number) = await Decided("documentation");
        await using var phone = await Form(crisis, number, script: true);
        await phone.Page.GetByLabel("Varför?").FillAsync("Ingen behövs");
        await phone.Page.Locator("select[name=executor]").SelectOptionAsync("");
        await phone.Page.GetByLabel("30 min").CheckAsync();
        await Send(phone, number);

        var after = await DecisionOf(crisis, number + 1);
        after["executor"].ShouldBeNull();
        (after["dueAt"]!.GetValue<DateTimeOffset>() - TimeProvider.System.GetUtcNow()).TotalMinutes.ShouldBeInRange(25, 30.1);
        ((string)(await DecisionOf(crisis, number))["history"]![1]!["words"]!).ShouldContain("vem som verkställer, tidigare Dokumentation");
    }

    /// <summary>A decision that rests on what no longer stands on the board, with all that one can have.</summary>
    private async Task<(Guid Crisis, int Number)> Decided(string executor)
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        var basis = (await vd.Post($"/crises/{crisis}/entries", new { text = "Taket sviktar" })).Json["eventId"]!.GetValue<Guid>();
        for (var line = 0; line < 12; line++)
        {
            await vd.Write(crisis, $"Rad {line}");
        }

        var decision = new
        {
            decision = "Utrym hus 4",
            motive = "Rasrisk",
            alternatives = "Avvakta",
            executor,
            basis = new[] { basis },
            dueAt = TimeProvider.System.GetUtcNow().AddHours(3),
        };
        var number = (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created).Json["number"]!;
        return (crisis, number.GetValue<int>());
    }

    private async Task<Window> Form(Guid crisis, int number, bool script)
    {
        var phone = await browser.As("vd", product.Address, Screen.Phone with { Script = script });
        await phone.Page.GotoAsync($"/live/crises/{crisis}/mine/decide?revises={number}");
        return phone;
    }

    private static async Task Send(Window phone, int number)
    {
        await phone.Page.Locator("#decide .pair button").ClickAsync();
        await phone.Page.WaitForURLAsync($"**/decisions/{number + 1}*");
    }

    private async Task<JsonNode> DecisionOf(Guid crisis, int number) =>
        (await (await product.As("vd")).Get($"/crises/{crisis}/decisions/{number}")).ShouldBe(HttpStatusCode.OK).Json;

    private static IEnumerable<string?> Kept(JsonNode decision) =>
        new[] { "decision", "motive", "alternatives", "executor", "dueAt", "basis" }.Select(part => decision[part]?.ToJsonString());
}
