using System.Runtime.CompilerServices;
using System.Xml.Linq;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline.Report;
using CrisisCommand.Timeline.Staffing;
using static CrisisCommand.Tests.Timeline.BusyCrisis;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class CourseChartTests
{
    /// <summary>A change of the drawing shows up here; <c>APPROVE=1</c> takes what is made now. Look at it in a browser.</summary>
    [Theory]
    [InlineData("night", false)]
    [InlineData("night", true)]
    [InlineData("days", false)]
    [InlineData("minutes", false)]
    public async Task The_drawing_is_as_approved(string crisis, bool english)
    {
        var report = crisis switch
        {
            "days" => Busy(TimeSpan.FromHours(80)),
            "minutes" => Busy(TimeSpan.FromSeconds(200)),
            _ => Fire(),
        };
        var drawn = Draw(report.Report(english: english), english) + "\n";
        var approved = Path.Combine(Here(), $"CourseChart.{crisis}.{(english ? "en" : "sv")}.approved.svg");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(approved, drawn);
        }

        drawn.ShouldBe(await File.ReadAllTextAsync(approved), $"Look at the drawing; APPROVE=1 writes {approved}");
    }

    [Theory]
    [InlineData("</text></svg><script>alert(1)</script>")]
    [InlineData("\"'&<>]]>")]
    [InlineData("null\0bell\a")]
    public void Nothing_that_a_person_wrote_leaves_its_place(string text)
    {
        var report = Fire().Report();
        var svg = XDocument.Parse(Draw(report with { Decisions = [.. report.Decisions.Select(d => d with { Decision = text })] }));
        svg.Descendants().Select(e => e.Name.LocalName).ShouldNotContain("script");
        svg.Descendants()
            .SelectMany(e => e.Attributes())
            .ShouldAllBe(a => a.Name.LocalName != "style" && !a.Name.LocalName.StartsWith("on"));
    }

    [Fact]
    public void Who_cannot_see_it_is_told_what_is_in_it()
    {
        var svg = XDocument.Parse(Draw(Fire().Report())).Root!;
        svg.Attribute("role")!.Value.ShouldBe("img");
        var labels = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        labels.ShouldAllBe(id => svg.Elements().Any(e => (string?)e.Attribute("id") == id && e.Value.Length > 0));
        svg.Elements().Single(e => e.Name.LocalName == "desc").Value.ShouldContain("Beslut (3)");
    }

    /// <summary>Two drawings share the page: what one refers to must be its own.</summary>
    [Fact]
    public void Its_patterns_are_its_own()
    {
        var svg = XDocument.Parse(Draw(Fire().Report())).Root!;
        svg.Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ShouldAllBe(id => id.StartsWith("course-"));
        svg.Descendants()
            .Select(e => (string?)e.Attribute("fill"))
            .OfType<string>()
            .Where(f => f.StartsWith("url"))
            .ShouldAllBe(f => f.StartsWith("url(#course-"));
    }

    [Fact]
    public void Nothing_lies_outside_it_however_long_before_the_crisis_it_happened()
    {
        var crisis = Fire()
            .Then(
                "2026-10-25T05:00:00Z",
                "system",
                new IncidentReportReceived(IncidentId, 9, ReportedFact.Report, Text("Gammalt läckage"), At("2026-09-01T08:00:00Z"))
            );
        var svg = XDocument.Parse(Draw(crisis.Report())).Root!;
        var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToList();
        svg.Descendants()
            .SelectMany(e => new[] { "x", "x1", "x2" }.Select(a => (double?)e.Attribute(a)).OfType<double>())
            .ShouldAllBe(x => x >= 0 && x <= box[2]);
        svg.Descendants()
            .SelectMany(e => new[] { "y", "y1", "y2" }.Select(a => (double?)e.Attribute(a)).OfType<double>())
            .ShouldAllBe(y => y >= 0 && y <= box[3]);
        svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ShouldContain("‹2");
    }

    [Fact]
    public void A_crisis_that_was_just_declared_is_drawn()
    {
        var declared = new SampleCrisis().Then(
            "2026-10-25T00:15:00Z",
            "vd",
            new CrisisDeclared(new("fire"), Text("Brand"), Text("Fara"), PlanName.Normal, 1, null, [])
        );
        Draw(declared.Report()).ShouldContain("utlyst 02:15:00 +02:00");
    }

    [Theory]
    [InlineData("10 30 50", "1@0 2@0 3@0")]
    [InlineData("10 12 14 100", "1@0 2@1 3@2 4@0")]
    [InlineData("10 11 12 13 14 100", "1@0 2@1 3–5@2 6@0")]
    public void Marks_that_are_too_near_stand_above_each_other_and_then_together(string places, string groups)
    {
        var marks = places.Split(' ').Select((x, i) => new CourseMark(double.Parse(x), i + 1, false, ""));
        string.Join(' ', CourseGroup.Place(marks, 3).Select(g => $"{g.Label}@{g.Level}")).ShouldBe(groups);
    }

    [Fact]
    public void A_group_that_leaves_a_number_out_says_how_many_more_it_holds() =>
        CourseGroup
            .Place([new(1, 4, false, ""), new(2, 9, false, ""), new(3, 5, false, "")], 1)
            .ShouldHaveSingleItem()
            .Label.ShouldBe("4 +2");

    private static string Draw(AfterAction report, bool english = false) => CourseChart.Draw(report, new ReportWording(Reader(english)));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
