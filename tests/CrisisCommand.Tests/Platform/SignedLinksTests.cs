using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.DataProtection;

namespace CrisisCommand.Tests.Platform;

public class SignedLinksTests
{
    private static readonly SignedLinks Links = new(new EphemeralDataProtectionProvider());
    private static readonly SignedLink Link = new(new Realm("ovning"), Story.Id(7), 12, Story.Noon);

    [Fact]
    public void What_was_sealed_opens_for_its_own_kind_only()
    {
        var token = Links.Seal("summons", Link);

        Links.Open("summons", token).ShouldBe(Link);
        Links.Open("handover", token).ShouldBeNull();
        new SignedLinks(new EphemeralDataProtectionProvider()).Open("summons", token).ShouldBeNull();
    }

    [Fact]
    public void It_fits_a_text_message_and_an_address()
    {
        var token = Links.Seal("summons", Link);

        token.Length.ShouldBeLessThan(200);
        Uri.EscapeDataString(token).ShouldBe(token);
    }

    [Fact]
    public void Every_sign_of_it_counts()
    {
        var token = Links.Seal("summons", Link);
        // The last sign of base64url may hold bits that are no part of the value.
        for (var at = 0; at < token.Length - 1; at++)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            Links.Open("summons", changed).ShouldBeNull($"sign {at}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("nonsense")]
    [InlineData("../../etc")]
    [InlineData("åäö")]
    public void What_we_never_sealed_opens_nothing(string token) => Links.Open("summons", token).ShouldBeNull();

    [Fact]
    public void What_is_too_long_opens_nothing() => Links.Open("summons", new string('A', 100_000)).ShouldBeNull();
}
