using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class SignInsTests
{
    private static readonly Sha256 Phone = Sha256.Of("phone"u8);
    private static readonly Sha256 Desk = Sha256.Of("desk"u8);

    private static readonly SignedIn OnPhone = new(Vd, Phone, At(60));
    private static readonly SignedIn AtDesk = new(Vd, Desk, At(90));

    [Fact]
    public void A_session_holds_until_its_time_and_not_a_moment_longer()
    {
        var signedIn = State<SignIns>(OnPhone);
        signedIn.Holds(Phone, null, At(60).AddTicks(-1)).ShouldBeTrue();
        signedIn.Holds(Phone, null, At(60)).ShouldBeFalse();
        signedIn.Holds(Desk, null, At(2)).ShouldBeFalse();
        SignIns.Initial.Holds(Phone, null, At(2)).ShouldBeFalse();
    }

    [Fact]
    public void Signing_out_ends_one_session_and_everywhere_all()
    {
        var one = State<SignIns>(OnPhone, AtDesk, new SignedOut(Vd, Phone));
        one.Holds(Phone, null, At(4)).ShouldBeFalse();
        one.Holds(Desk, null, At(4)).ShouldBeTrue();
        one.At(At(4)).ShouldBe([new(At(2), At(90))]);

        var all = State<SignIns>(OnPhone, AtDesk, new SignedOutEverywhere(Vd));
        all.At(At(4)).ShouldBeEmpty();
        State<SignIns>(OnPhone, new SignedOutEverywhere(Vd), AtDesk).Holds(Desk, null, At(4)).ShouldBeTrue();
    }

    [Fact]
    public void What_began_before_the_keys_were_rotated_is_over()
    {
        var signedIn = State<SignIns>(OnPhone, AtDesk);
        signedIn.Holds(Phone, At(2), At(5)).ShouldBeFalse();
        signedIn.Holds(Desk, At(2), At(5)).ShouldBeTrue();
    }

    [Fact]
    public void Years_of_sessions_are_not_carried_along()
    {
        var many = Enumerable.Range(0, 500).Select(n => new SignedIn(Vd, Sha256.Of(BitConverter.GetBytes(n)), At(n + 10)));
        State<SignIns>(many).Sessions.Count.ShouldBeLessThanOrEqualTo(10);
    }
}
