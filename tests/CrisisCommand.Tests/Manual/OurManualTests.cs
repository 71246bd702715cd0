using System.Text.Json;
using CrisisCommand.Manual;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Tests.House;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Manual;

/// <summary>The manual of <c>ops/manual</c>, as it is built in.</summary>
public class OurManualTests
{
    private static readonly ManualEdition Ours = ManualFiles.Load(new ConfigurationBuilder().Build(), Areas);
    private static readonly string Folder = Path.Combine(SourceFile.Repository, "ops/manual");

    [Fact]
    public void Every_file_is_built_in_and_the_folder_is_the_same_edition()
    {
        var named = new ConfigurationBuilder().AddInMemoryCollection([new("Manual:Folder", Folder)]).Build();
        ManualFiles.Load(named, Areas).Version.ShouldBe(Ours.Version);
        Ours.Cards.Length.ShouldBe(Directory.GetFiles(Folder, "*.md").Count(f => Path.GetFileName(f) != "README.md"));
        Ours.Cards.Select(c => c.Number).ShouldBe(Enumerable.Range(1, Ours.Cards.Length));
    }

    [Fact]
    public void Every_function_is_one_of_the_plans_and_the_first_half_hour_is_there_for_each()
    {
        var planned = Planned();
        planned.Count.ShouldBe(9);
        Ours.Cards.SelectMany(c => c.Sections).Select(s => s.Function.Value).Except(planned).ShouldBeEmpty();
        Ours.For(new("other")).SelectMany(c => c.Sections).Select(s => s.Function.Value).ShouldBe(planned);
    }

    [Theory]
    [InlineData("fire", "brand")]
    [InlineData("explosion", "explosion-och-skjutning")]
    [InlineData("shooting", "explosion-och-skjutning")]
    [InlineData("water-damage", "vattenskada")]
    [InlineData("power-outage", "elavbrott")]
    [InlineData("heating-outage", "varmeavbrott")]
    [InlineData("water-outage", "vattenavbrott")]
    [InlineData("pandemic-or-staff-loss", "personalbortfall")]
    [InlineData("war-readiness", "hojd-beredskap")]
    public void A_kind_has_its_own_card_beside_the_general_one(string kind, string card) =>
        Ours.For(new(kind)).Select(c => c.Key.Value).ShouldBe(["forsta-30-minuterna", card]);

    [Fact]
    public void Every_kind_is_covered() => Areas.Kinds.ShouldAllBe(k => Ours.For(k).Any());

    /// <summary>A step that is longer is read by nobody in a hurry, and an id that is longer is read by nobody in the journal.</summary>
    [Fact]
    public void Steps_are_short()
    {
        var steps = Ours.Cards.SelectMany(c => c.Sections).SelectMany(s => s.Steps).ToList();
        steps.Where(s => s.Text.Length > 190).Select(s => $"{s.Key}: {s.Text.Length}").ShouldBeEmpty();
        steps.Where(s => s.Key.Value.Length > 30).Select(s => s.Key.Value).ShouldBeEmpty();
        steps.Where(s => !s.Text.EndsWith('.')).Select(s => s.Key.Value).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var named = new ConfigurationBuilder().AddInMemoryCollection([new("Manual:Folder", "/no/such/folder")]).Build();
        Should.Throw<UnusableManual>(() => ManualFiles.Load(named, Areas)).Message.ShouldContain("/no/such/folder:1: ");
    }

    [Fact]
    public void A_file_in_another_encoding_is_named_with_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("manual");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "brand.md"), [.. "---\ntitle: R"u8, 0xE5, .. "d\n---\n"u8]);
            var named = new ConfigurationBuilder().AddInMemoryCollection([new("Manual:Folder", folder.FullName)]).Build();
            Should
                .Throw<UnusableManual>(() => ManualFiles.Load(named, Areas))
                .Message.ShouldContain("brand.md:2: the file is not in UTF-8");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Line_ends_and_marks_of_editors_make_no_other_edition()
    {
        var folder = Directory.CreateTempSubdirectory("manual");
        try
        {
            foreach (var file in Ours.Files)
            {
                File.WriteAllText(Path.Combine(folder.FullName, file.Name), "\uFEFF" + file.Text.ReplaceLineEndings("\r\n"));
            }

            var named = new ConfigurationBuilder().AddInMemoryCollection([new("Manual:Folder", folder.FullName)]).Build();
            ManualFiles.Load(named, Areas).Version.ShouldBe(Ours.Version);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Planned()
    {
        using var plans = typeof(Program).Assembly.GetManifestResourceStream("CrisisCommand.Seeding.plans.json")!;
        using var json = JsonDocument.Parse(plans);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .First(p => p.GetProperty("name").GetString() == "normal")
                .GetProperty("functions")
                .EnumerateArray()
                .Select(f => f.GetProperty("key").GetString()!),
        ];
    }
}
