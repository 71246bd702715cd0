using CrisisCommand.Platform.Web;

namespace CrisisCommand.Tests.Platform;

public class PageRoutesTests
{
    [Theory]
    [InlineData("/live", "/live")]
    [InlineData("/", "/")]
    [InlineData("/live/crises?text=x%20y", "/live/crises?text=x%20y")]
    [InlineData("/live/Ågesta", "/live/%C3%85gesta")]
    [InlineData("/live/😀", "/live/%F0%9F%98%80")]
    [InlineData("//elsewhere.example", "/other")]
    [InlineData("/\\elsewhere.example", "/other")]
    [InlineData("/live\r\nSet-Cookie: a=b", "/other")]
    [InlineData("/live\u0085", "/other")]
    [InlineData("https://elsewhere.example", "/other")]
    [InlineData("", "/other")]
    [InlineData(null, "/other")]
    public void Somebody_is_sent_on_within_our_own_house_by_a_header_that_can_be_sent(string? path, string to) =>
        PageRoutes.LocalOr(path, "/other").ShouldBe(to);
}
