using CrisisCommand.Klo;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Manual;
using static CrisisCommand.Tests.Manual.ManualGiven;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

/// <summary>What the plan and the settings say is quoted by the cards and never restated.</summary>
public class ManualQuotesTests
{
    private static readonly string Quoting = Fire.Replace(
        "Rita läget.",
        "Ring efter {svarstid}; lös av efter {längsta-pass}.",
        StringComparison.Ordinal
    );

    private static ManualEdition Written => Of(("grund.md", General), ("brand.md", Quoting), ("vatten.md", Water));

    private static string Said(params int?[] answers) =>
        ManualQuotes.Of(answers, new KloTimes(), new EnduranceOptions().Longest).In(Written).Card(FireCard)!.Sections[0].Steps[1].Text;

    [Fact]
    public void The_answer_time_is_the_plans_or_that_of_the_settings_where_the_plan_says_none()
    {
        Said().ShouldBe("Ring efter 3 minuter; lös av efter 8 timmar.");
        Said(null, null).ShouldStartWith("Ring efter 3 minuter;");
        Said(5, 5).ShouldStartWith("Ring efter 5 minuter;");
        Said(null, 10, 5).ShouldStartWith("Ring efter 3–10 minuter;");
    }

    [Fact]
    public void The_version_is_that_of_what_was_written_and_the_tag_changes_with_what_is_quoted()
    {
        ManualEdition With(int minutes) => ManualQuotes.Of([minutes], new KloTimes(), TimeSpan.FromHours(8)).In(Written);

        With(5).Version.ShouldBe(Written.Version);
        With(5).Tag().ShouldNotBe(With(6).Tag());
        With(5).Tag().ShouldBe(With(5).Tag());
    }

    [Fact]
    public void What_nobody_can_quote_stops_the_start()
    {
        var wrong = Quoting.Replace("{svarstid}", "{svarstiden}", StringComparison.Ordinal);
        var thrown = Should.Throw<UnusableManual>(() => Of(("grund.md", General), ("brand.md", wrong), ("vatten.md", Water)));
        thrown.Message.ShouldContain("'{svarstiden}' can not be quoted");
        thrown.Message.ShouldContain("brand.md:");
    }

    [Fact]
    public void Our_own_manual_says_no_such_time_itself()
    {
        var folder = typeof(ManualEdition).Assembly;
        var cards = folder
            .GetManifestResourceNames()
            .Where(n => n.StartsWith("CrisisCommand.Manual.Cards/", StringComparison.Ordinal))
            .Select(n => new StreamReader(folder.GetManifestResourceStream(n)!).ReadToEnd());
        cards.ShouldAllBe(card =>
            !card.Contains("åtta timmar", StringComparison.OrdinalIgnoreCase)
            && !card.Contains("tre minuter", StringComparison.OrdinalIgnoreCase)
        );
    }
}
