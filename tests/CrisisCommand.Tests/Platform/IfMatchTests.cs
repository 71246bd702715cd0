using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Tests.Platform;

/// <summary>RFC 9110 §13.1.1 and §8.8.3.2, as in the table of standards.md §4.4.</summary>
public class IfMatchTests
{
    [Theory]
    [InlineData("\"7\"", 7, true)]
    [InlineData("\"6\"", 7, false)]
    [InlineData("W/\"7\"", 7, false)]
    [InlineData("\"5\", \"7\"", 7, true)]
    [InlineData("\"5\",\"7\"", 7, true)]
    [InlineData("\"5\", W/\"7\"", 7, false)]
    [InlineData("*", 7, true)]
    [InlineData(" * ", 1, true)]
    [InlineData("*", 0, false)]
    [InlineData("7", 7, false)]
    [InlineData("\"07\"", 7, false)]
    [InlineData("\"-7\"", -7, false)]
    [InlineData("\"abc\"", 7, false)]
    [InlineData("\"", 7, false)]
    [InlineData("\"99999999999999999999\"", 7, false)]
    public void A_version_is_accepted_only_by_its_own_strong_tag(string header, long version, bool accepted) =>
        IfMatch.Parse(header)!.Accepts(version).ShouldBe(accepted);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_the_header_any_version_is_fine(string? header) => IfMatch.Parse(header).ShouldBeNull();

    [Fact]
    public void Our_own_tag_is_accepted() => IfMatch.Parse(IfMatch.Tag(12))!.Accepts(12).ShouldBeTrue();
}
