using System.Runtime.CompilerServices;
using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

public class ManualPageTests
{
    private const string Attack = "</style><script>alert(1)</script><img src=x>";

    /// <summary>A change of layout or wording shows up here; <c>APPROVE=1</c> takes what is made now.</summary>
    [Theory]
    [InlineData("live", false)]
    [InlineData("live", true)]
    [InlineData("ovning", false)]
    public async Task The_manual_is_as_approved(string realm, bool english)
    {
        var words = new Words(english ? Words.English : Words.Swedish);
        var page = await Render(ManualPrint.Whole(new(realm), Edition, Areas, words, Noon), words);
        await ShouldBeApproved(page, $"ManualPage.{realm}.{(english ? "en" : "sv")}");
    }

    [Fact]
    public async Task The_cards_of_a_crisis_are_as_approved() =>
        await ShouldBeApproved(
            await RenderWork(
                "live",
                new CardStepDone(FireCard, Count),
                new CardStepSkipped(FireCard, new("rita"), Text("Ritningen finns redan")),
                new CardStepDone(new("grund"), new("ring-112")),
                new CardStepReopened(new("grund"), new("ring-112"), Text("Fel ruta"))
            ),
            "ManualPage.worked.sv"
        );

    [Fact]
    public async Task Nothing_that_a_person_wrote_leaves_its_place()
    {
        var page = await RenderWork("live", new CardStepSkipped(FireCard, Count, Text(Attack)));
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        System.Text.RegularExpressions.Regex.Count(page, "</style>").ShouldBe(1);
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public async Task An_exercise_says_so_and_a_live_print_never()
    {
        var exercise = await RenderWork("ovning");
        exercise.ShouldContain("<div class=\"exercise\">&#xD6;VNING");
        exercise.ShouldContain("@top-center { content: \"\\d6 VNING\"; }");
        (await RenderWork("live")).ShouldNotContain("VNING");
    }

    private static async Task<string> RenderWork(string realm, params IDomainEvent[] events)
    {
        var work = Work(events);
        var texts = work.Steps.Values.Select(s => s.Why).Append(work.Title).OfType<CommittedText>();
        var words = new Words(
            Words.Swedish,
            texts.ToDictionary(t => t.Commitment, t => t.Words!),
            nameOf: p => p == Vd ? "Alva Berg" : null
        );
        var print = ManualPrint.OfCrisis(new(realm), Id(7), new(events.Length + 1, work, Edition), words, Noon);
        return await Render(print, words);
    }

    private static async Task<string> Render(ManualPrint print, Words words)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { ["Print"] = print, ["W"] = new ManualWording(words) }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ManualPage>(parameters)).ToHtmlString()
        );
    }

    private static async Task ShouldBeApproved(string page, string name)
    {
        var approved = Path.Combine(Here(), $"{name}.approved.html");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(approved, page);
        }

        page.ShouldBe(await File.ReadAllTextAsync(approved), $"Look at the page; APPROVE=1 writes {approved}");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
