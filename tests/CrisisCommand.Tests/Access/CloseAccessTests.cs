using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class CloseAccessTests
{
    [Fact]
    public void Whoever_is_shut_out_is_signed_out_too_so_that_an_old_cookie_is_none_after_a_reopening()
    {
        var close = new CloseAccess(Text("Stulen telefon"));
        var signedIn = State<SignIns>(new SignedIn(Vd, Sha256.Of("a"u8), At(60)));

        var outcome = close.Decide(AccessGiven.Standing(), Vd, AccessGiven.Operator, signedIn, last: false);

        outcome.Events.ShouldHaveSingleItem().ShouldBe(new AccessClosed(Vd, close.Why));
        var (stream, events) = outcome.Elsewhere.ShouldHaveSingleItem();
        (stream, events.ShouldHaveSingleItem()).ShouldBe((SignIns.StreamOf(Vd), new SignedOutEverywhere(Vd)));
        close.Decide(AccessGiven.Standing(), Vd, AccessGiven.Operator, SignIns.Initial, last: false).Elsewhere.ShouldBeEmpty();
    }
}
