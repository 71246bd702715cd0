using CrisisCommand.Pages;

namespace CrisisCommand.Tests.Pages;

public class BoardSightTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h")]
    [InlineData(3660, "1 h 1 min")]
    [InlineData(86400, "1 d")]
    [InlineData(90000, "1 d 1 h")]
    public void Ages_are_told_in_the_units_that_matter(int seconds, string words) =>
        BoardSight.Span(TimeSpan.FromSeconds(seconds)).ShouldBe(words);
}
