using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

public sealed class SituationTests(Product product, Browser browser)
{
    [Fact]
    public async Task The_wall_shows_each_line_until_another_is_told_and_a_next_report_that_has_not_come()
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        await Report(vd, crisis, null, ("skarholmen", "critical", "Två trapphus rökfyllda"), ("ragsved", "normal", null));
        await Report(vd, crisis, 30, ("hasselby", "strained", "Ett hus utan ström"));
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        var cell = window.Page.Locator("#cell-situation");
        await window.Page.GotoAsync($"/live/crises/{crisis}");

        // What is worst is first, what is well last.
        await Assertions.Expect(cell.Locator(".statuses li b")).ToHaveTextAsync(["Skärholmen", "Hässelby", "Rågsved"]);
        await Assertions.Expect(cell.Locator(".statuses .tag.danger")).ToHaveTextAsync(["kritiskt"]);
        await Assertions.Expect(cell.Locator(".next")).ToContainTextAsync("Nästa ");
        await Assertions.Expect(cell.Locator(".next.overdue")).ToHaveCountAsync(0);
        await window.ShouldBeFit();
        await window.Picture("wall-situation");

        // Due half a minute ago, which a phone's clock may err by: it is overdue the moment it is written.
        await Report(vd, crisis, -0.5, ("skarholmen", "normal", null));
        await Assertions.Expect(cell.Locator(".next.overdue")).ToContainTextAsync("försenat");
        await Assertions.Expect(cell.Locator("#st-skarholmen_")).ToContainTextAsync("normalt");
        await Assertions.Expect(cell.Locator(".statuses .changed")).ToHaveCountAsync(1);
        await Assertions.Expect(cell.Locator("#st-hasselby_")).ToContainTextAsync("Ett hus utan ström");
        await window.ShouldBeFit();
        await window.Picture("wall-situation-overdue");
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_lines_leave_the_wall_whole_and_the_worst_in_sight()
    {
        var crisis = await product.CrisisUnderWay();
        var vd = await product.As("vd");
        string[] areas = ["hasselby", "ragsved", "skarpnack", "skarholmen", "hokarangen", "bagarmossen"];
        var functions = (await vd.Get($"/crises/{crisis}/klo")).Json["functions"]!
            .AsArray()
            .Select(f => $"{f!["key"] ?? f["function"]}")
            .ToList();
        var lines = areas.SelectMany(a =>
            functions.Select(f => new
            {
                area = a,
                function = f,
                status = f == functions[^1] ? "critical" : "normal",
            })
        );
        var reported = await vd.Post($"/crises/{crisis}/situation", new { text = "Allt på en gång", status = lines });
        reported.ShouldBe(HttpStatusCode.Created);
        await using var window = await browser.As("vd", product.Address, Screen.Wall);
        await window.Page.GotoAsync($"/live/crises/{crisis}");

        await Assertions.Expect(window.Page.Locator("#h-situation .count")).ToHaveTextAsync($"{areas.Length * functions.Count}");
        await Assertions.Expect(window.Page.Locator(".statuses li").First).ToContainTextAsync("kritiskt");
        await window.ShouldBeFit();
        await window.Picture("wall-situation-many");
    }

    [Fact]
    public async Task From_a_phone_the_next_report_is_promised_and_everybody_sees_it_awaited()
    {
        var crisis = await product.CrisisUnderWay();
        await Report(await product.As("vd"), crisis, null, ("skarholmen", "critical", null));
        await using var window = await browser.As("vd", product.Address, Screen.Phone);
        var page = window.Page;
        await page.GotoAsync($"/live/crises/{crisis}/mine");
        await page.Locator("#do-situation summary").ClickAsync();
        await page.Locator("#do-situation textarea").FillAsync("Lugnare");
        await page.Locator("#do-situation .chip").Filter(new() { HasText = "30" }).First.ClickAsync();
        await page.Locator("#do-situation button").Last.ClickAsync();

        await Assertions.Expect(page.Locator("#b-head")).ToContainTextAsync("Nästa rapport");
        await window.ShouldBeFit();
        await window.Picture("phone-situation", whole: true);
        await page.GotoAsync($"/live/crises/{crisis}/mine/decide");
        await Assertions.Expect(page.Locator("#board")).ToContainTextAsync("Skärholmen kritiskt");
        await window.ShouldBeFit();
        window.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_the_desk_the_next_report_is_a_time_of_day()
    {
        var crisis = await product.CrisisUnderWay();
        await using var window = await browser.As("vd", product.Address);
        var page = window.Page;
        await page.GotoAsync($"/live/crises/{crisis}/log");
        await page.Locator("button[data-open=situation]").ClickAsync();
        await page.Locator("#situation-text").FillAsync("Lugnare");
        await page.Locator("#situation-next").FillAsync(Stockholm(TimeProvider.System.GetUtcNow().AddMinutes(30)));
        await page.Locator("#situation button").ClickAsync();

        await Assertions.Expect(page.Locator("#desk")).ToContainTextAsync("Lägesrapport: Lugnare – Nästa lägesrapport: ");
        window.Errors.ShouldBeEmpty();
    }

    private static string Stockholm(DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"))
            .ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Report(Caller who, Guid crisis, double? minutes, params (string Area, string Status, string? Text)[] lines)
    {
        var body = new Dictionary<string, object>
        {
            ["text"] = "Läget är ansträngt i flera områden",
            ["status"] = lines.Select(l => Line(l.Area, l.Status, l.Text)),
        };
        if (minutes is { } ahead)
        {
            body["nextAt"] = TimeProvider.System.GetUtcNow().AddMinutes(ahead);
        }

        (await who.Post($"/crises/{crisis}/situation", body)).ShouldBe(HttpStatusCode.Created);
    }

    private static Dictionary<string, string> Line(string area, string status, string? text)
    {
        var line = new Dictionary<string, string> { ["area"] = area, ["status"] = status };
        if (text is not null)
        {
            line["text"] = text;
        }

        return line;
    }
}
