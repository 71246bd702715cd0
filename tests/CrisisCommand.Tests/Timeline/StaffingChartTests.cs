using System.Runtime.CompilerServices;
using System.Xml.Linq;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Staffing;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class StaffingChartTests
{
    /// <summary>A change of the drawing shows up here; <c>APPROVE=1</c> takes what is made now. Look at it in a browser.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_drawing_is_as_approved(bool english)
    {
        var drawn = Draw(Shown(english: english), english) + "\n";
        var approved = Path.Combine(Here(), $"StaffingChart.{(english ? "en" : "sv")}.approved.svg");
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
    [InlineData("lone \ud800 half")]
    [InlineData("  ")]
    public void Nothing_that_a_person_wrote_leaves_its_place(string name)
    {
        var drawn = Draw(Shown(_ => name));
        var svg = XDocument.Parse(drawn);
        svg.Descendants().Select(e => e.Name.LocalName).ShouldNotContain("script");
        svg.Descendants().SelectMany(e => e.Attributes()).ShouldAllBe(a => !a.Name.LocalName.StartsWith("on"));
    }

    [Fact]
    public void Who_cannot_see_it_is_told_the_same()
    {
        var svg = XDocument.Parse(Draw(Shown())).Root!;
        svg.Attribute("role")!.Value.ShouldBe("img");
        var labels = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        labels.ShouldAllBe(id => svg.Elements().Any(e => (string?)e.Attribute("id") == id && e.Value.Length > 0));
        // Each interval says in words what its bar shows.
        svg.Descendants().Count(e => e.Name.LocalName == "title").ShouldBe(1 + Shown().Functions.Sum(f => f.Intervals.Count));
    }

    [Fact]
    public void An_exercise_says_so() => Draw(Shown(realm: "skarholmen-2026")).ShouldContain("ÖVNING");

    [Theory]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T03:00:00Z", "00:00 25 okt. +02:00, 01:00, 02:00, 02:00 +01:00, 03:00, 04:00")]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29T02:30:00Z", "00:30 29 mars +01:00, 01:00, 01:30, 03:00 +02:00, 03:30, 04:00, 04:30")]
    [InlineData(
        "2026-10-24T10:00:00Z",
        "2026-10-25T23:00:00Z",
        "12:00 24 okt. +02:00, 18:00, 00:00 25 okt., 06:00 +01:00, 12:00, 18:00, 00:00 26 okt."
    )]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-23T12:03:00Z", "13:00 23 nov. +01:00, 13:01, 13:02, 13:03")]
    [InlineData("2026-11-23T12:00:58Z", "2026-11-23T12:01:01Z", "13:00:58 23 nov. +01:00, 13:00:59, 13:01:00, 13:01:01")]
    [InlineData("2026-11-23T12:00:00Z", "2026-12-23T12:00:00Z", "30 nov., 7 dec., 14 dec., 21 dec.")]
    public void The_axis_has_round_local_times(string from, string to, string ticks) =>
        string.Join(", ", TimeAxis.Of(At(from), At(to), 8, new(Reader())).Select(t => $"{t.Label} {t.Beneath}".Trim())).ShouldBe(ticks);

    private static StaffingProofShown Shown(Func<PersonId, string?>? nameOf = null, string realm = "live", bool english = false)
    {
        var facts = StaffingSample.Night().Facts;
        var builder = new StaffingProofBuilder(new(Reader(english).Culture, null, nameOf ?? NameOf));
        return builder.Build(new(realm), SampleCrisis.Id, facts[^1].Version, Fold.Of<StaffingProof>(facts));
    }

    private static string Draw(StaffingProofShown shown, bool english = false) =>
        StaffingChart.Draw(shown, new ReportWording(Reader(english)));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
