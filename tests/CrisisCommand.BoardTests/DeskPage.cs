using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests;
using Microsoft.Playwright;

namespace CrisisCommand.BoardTests;

/// <summary>The log keeper at the desk of one crisis, and what the journal says of it.</summary>
public sealed class DeskPage(Product product, Caller leader, Window window, Guid crisis)
{
    private const string Rows = """
        new Promise((ok, no) => {
          const ask = indexedDB.open('crisis-desk', 1);
          ask.onerror = () => no(ask.error);
          ask.onsuccess = () => {
            const store = ask.result.transaction('queue', 'readwrite').objectStore('queue');
            store.getAll().onsuccess = (e) => { for (const row of e.target.result) { alter(row); store.put(row); } };
            store.transaction.oncomplete = () => { ask.result.close(); ok(); };
          };
        })
        """;

    public Window Window => window;

    public IPage Page => window.Page;

    public Guid Crisis => crisis;

    public string Path => $"/live/crises/{crisis}/log";

    public ILocator Unsent => Page.Locator("#unsent > li");

    public ILocator Lines => Page.Locator("#lines > li");

    public ILocator Contact => Page.Locator("#contact");

    /// <summary>A crisis that the CEO leads and the registrar writes the log of, at the address of the product or of what stands before it.</summary>
    public static async Task<DeskPage> Open(
        Product product,
        Browser browser,
        Uri? address = null,
        Screen? screen = null,
        string person = "documentation"
    )
    {
        var leader = await product.As("vd");
        var crisis = await leader.DeclareCrisis();
        await leader.Staff(crisis, "crisis-leader", "vd");
        await leader.Staff(crisis, "documentation", "documentation");
        var desk = new DeskPage(product, leader, await browser.As(person, address ?? product.Address, screen), crisis);
        await desk.Go();
        return desk;
    }

    /// <summary>The same desk in another tab of the same browser.</summary>
    public async Task<DeskPage> Again()
    {
        var tab = new DeskPage(product, leader, new Window(window.Context, await window.Context.NewPageAsync()), crisis);
        await tab.Go();
        return tab;
    }

    public async Task Go()
    {
        await Page.GotoAsync(Path);
        await Ready();
    }

    public async Task Ready()
    {
        if (await Page.EvaluateAsync<bool>("Boolean(document.querySelector('#desk'))") && await HasScript())
        {
            await Page.Locator("#desk[data-ready]").WaitForAsync();
        }
    }

    /// <summary>As a log keeper writes: into whatever has the focus.</summary>
    public async Task Write(string text)
    {
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public async Task<JsonArray> Timeline(string kinds = "entry_written") =>
        (await leader.Get($"/crises/{crisis}/timeline?kinds={kinds}&limit=200")).Json.AsArray();

    public async Task<IReadOnlyList<string>> Written(string kinds = "entry_written") =>
        [.. (await Timeline(kinds)).Select(l => l!["words"]!.GetValue<string>())];

    public Task<IReadOnlyList<string>> WrittenAre(int count) => Eventually.Is(() => Written(), w => w.Count >= count);

    /// <summary>Changes what the browser keeps, as nothing on the page does.</summary>
    public Task Alter(string statement) => Page.EvaluateAsync($"(() => {{ const alter = (row) => {{ {statement} }}; return {Rows}; }})()");

    private async Task<bool> HasScript() =>
        await Page.EvaluateAsync<bool>("document.querySelector('#desk').classList.contains('scripted')");
}
