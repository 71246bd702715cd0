using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class RefuseHandoverTests
{
    private static readonly RefuseHandover Refuse = new(Text("Har redan fastighet och drift"));

    [Fact]
    public void The_addressed_person_declines_and_the_holder_keeps_it()
    {
        var klo = After(WriterStaffed, Offered);
        var first = klo.Twice(k => Refuse.Decide(k, Documentation, Writer1)).ThenRefused(KloRefusals.NoHandover);

        first.ShouldBeExactly(new HandoverDeclined(Documentation, Writer, Writer1, Refuse.Why));
        var post = klo.Then(first).Post(Documentation)!;
        (post.Holder, post.Handover).ShouldBe((Writer, null));
    }

    [Fact]
    public void A_third_person_does_not_decline() =>
        Refuse.Decide(After(WriterStaffed, Offered), Documentation, Observer).ShouldBeRefused(KloRefusals.NotAddressed);

    [Fact]
    public void Refused_without_an_offer_for_an_unknown_function_and_after_stand_down()
    {
        Refuse.Decide(After(WriterStaffed), Documentation, Writer1).ShouldBeRefused(KloRefusals.NoHandover);
        Refuse.Decide(After(WriterStaffed, Offered), Unknown, Writer1).ShouldBeRefused(KloRefusals.UnknownFunction);
        Refuse.Decide(After(WriterStaffed, Offered, StoodDown), Documentation, Writer1).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
