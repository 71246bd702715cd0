using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AcceptHandoverTests
{
    [Fact]
    public void The_addressed_person_takes_over_by_the_plans_right()
    {
        var klo = After(WriterStaffed, Offered);
        var first = klo.Twice(k => AcceptHandover.Decide(k, Documentation, Writer1)).ThenRefused(KloRefusals.NoHandover);

        first.ShouldBeExactly(new HandoverAccepted(Documentation, Writer, Writer1, Mandate.Deputy));
        var post = klo.Then(first).Post(Documentation)!;
        (post.Holder, post.Mandate, post.Handover).ShouldBe((Writer1, Mandate.Deputy, null));
    }

    [Fact]
    public void A_third_person_neither_accepts_nor_the_one_who_offered()
    {
        var klo = After(LeaderStaffed, WriterStaffed, Offered);
        AcceptHandover.Decide(klo, Documentation, Observer).ShouldBeRefused(KloRefusals.NotAddressed);
        AcceptHandover.Decide(klo, Documentation, Vd).ShouldBeRefused(KloRefusals.NotAddressed);
        AcceptHandover.Decide(klo, Documentation, Writer).ShouldBeRefused(KloRefusals.NotAddressed);
    }

    [Fact]
    public void Refused_without_an_offer_for_an_unknown_function_and_after_stand_down()
    {
        AcceptHandover.Decide(After(WriterStaffed), Documentation, Writer1).ShouldBeRefused(KloRefusals.NoHandover);
        AcceptHandover.Decide(After(WriterStaffed, Offered), Unknown, Writer1).ShouldBeRefused(KloRefusals.UnknownFunction);
        AcceptHandover.Decide(After(WriterStaffed, Offered, StoodDown), Documentation, Writer1).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
