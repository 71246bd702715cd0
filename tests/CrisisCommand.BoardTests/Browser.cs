using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CrisisCommand.BoardTests.Browser))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace CrisisCommand.BoardTests;

/// <summary>One headless Chromium for all tests; each opens windows of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CRISISCOMMAND_CHROMIUM") ?? "/usr/bin/chromium",
                Headless = true,
                Args = Arguments,
            }
        );
    }

    /// <summary>A window in which a person is signed in, at the address of the product or of what stands before it.</summary>
    public async Task<Window> As(string person, Uri address, Screen? screen = null)
    {
        var shape = screen ?? Screen.Desk;
        var context = await _chromium.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                ViewportSize = new() { Width = shape.Width, Height = shape.Height },
                HasTouch = shape.Touch,
                ColorScheme = shape.Dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = shape.Script,
                TimezoneId = "Europe/Stockholm",
                Locale = "en-US", // what the browser is set to is not what people here read
            }
        );
        // Also on a machine that has much else to do; nothing that passes takes longer by it.
        context.SetDefaultTimeout(45_000);
        Assertions.SetDefaultExpectTimeout(20_000);
        var signedIn = await context.APIRequest.PostAsync(
            "/development/sign-in",
            new() { Form = context.APIRequest.CreateFormData().Set("person", person).Set("next", "/health/live") }
        );
        signedIn.Ok.ShouldBeTrue(await signedIn.TextAsync());
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>What somebody looks at.</summary>
public sealed record Screen(int Width, int Height, bool Touch = false, bool Dark = false, bool Script = true)
{
    public static readonly Screen Desk = new(1366, 850);
    public static readonly Screen Wall = new(1920, 1080, Dark: true);
    public static readonly Screen Phone = new(360, 740, Touch: true);
}

/// <summary>One person's browser window, and all that went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, said) =>
        {
            // A script that the policy refused, or a file that is not there; a connection that a test cuts is its own affair.
            if (said.Type == "error" && !said.Text.Contains("net::ERR", StringComparison.Ordinal))
            {
                Errors.Add(said.Text);
            }
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public List<string> Errors { get; } = [];

    /// <summary>Nobody is kept out: axe finds nothing by WCAG 2.2 AA, nothing is wider than the screen, and no script failed.</summary>
    public async Task ShouldBeFit()
    {
        var found = await Page.RunAxe(
            new()
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            }
        );
        found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty(Page.Url);
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        tooWide.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} is wider than its screen");
        Errors.ShouldBeEmpty();
    }

    /// <summary>The page as a picture: under ops/screens where they are asked for anew (CRISISCOMMAND_SCREENS=yes), nowhere otherwise.</summary>
    public async Task Picture(string name, bool whole = false)
    {
        if (Environment.GetEnvironmentVariable("CRISISCOMMAND_SCREENS") is { Length: > 0 })
        {
            await Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Screens, name + ".jpg"),
                    FullPage = whole,
                    Type = ScreenshotType.Jpeg,
                    Quality = 70,
                }
            );
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string Screens
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "CrisisCommand.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "ops", "screens");
        }
    }
}
