using System.Text.Json;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Pages;

/// <summary>The cases are those that the browser's side (span.js) is held to as well, by tests/scripts/span.test.js.</summary>
public class SpansTests
{
    private sealed record Case(double Seconds, string Said);

    public static TheoryData<double, string> Cases =>
        [
            .. JsonSerializer
                .Deserialize<Case[]>(
                    File.ReadAllText(Path.Combine(SourceFile.Repository, "tests", "spans.json")),
                    JsonSerializerOptions.Web
                )!
                .Select(c => (c.Seconds, c.Said)),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spans_are_said_in_the_units_that_matter(double seconds, string said) =>
        Spans.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(said);
}
