using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Tests.Klo;

public class LinkAnswerTests
{
    [Theory]
    [InlineData("coming", "", SummonsAnswer.Coming, null)]
    [InlineData("coming", "30", SummonsAnswer.Coming, 30)]
    [InlineData("declined", "30", SummonsAnswer.Declined, null)]
    public void What_the_page_offers_is_an_answer(string answer, string minutes, SummonsAnswer said, int? after) =>
        LinkAnswer.Of(Form(answer, minutes)).ShouldBe(new LinkAnswer(said, after));

    [Theory]
    [InlineData("", "")]
    [InlineData("perhaps", "")]
    [InlineData("coming", "7")]
    [InlineData("coming", "-15")]
    [InlineData("coming", "1e1")]
    public void What_it_does_not_offer_is_none(string answer, string minutes) => LinkAnswer.Of(Form(answer, minutes)).ShouldBeNull();

    private static FormCollection Form(string answer, string minutes) =>
        new(new Dictionary<string, StringValues> { ["answer"] = answer, ["minutes"] = minutes });
}
