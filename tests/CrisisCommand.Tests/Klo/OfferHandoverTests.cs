using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class OfferHandoverTests
{
    private static readonly OfferHandover Offer = new(Writer1, Text("Loggen är förd till 14.10"));

    [Fact]
    public void The_holder_offers_and_the_offer_waits()
    {
        var klo = After(WriterStaffed);
        var first = klo.Twice(k => Offer.Decide(k, Documentation, Writer, known: true)).ThenRefused(KloRefusals.HandoverPending);

        first.ShouldBeExactly(new HandoverOffered(Documentation, Writer, Writer1, Offer.Briefing));
        klo.Then(first).Post(Documentation)!.Holder.ShouldBe(Writer);
    }

    [Fact]
    public void Who_leads_the_crisis_hands_over_another_function_in_its_holders_name() =>
        Offer
            .Decide(After(LeaderStaffed, WriterStaffed), Documentation, Vd, known: true)
            .ShouldBeExactly(new HandoverOffered(Documentation, Writer, Writer1, Offer.Briefing));

    [Fact]
    public void Nobody_else_hands_it_over()
    {
        Offer.Decide(After(LeaderStaffed, WriterStaffed), Documentation, Writer1, known: true).ShouldBeRefused(KloRefusals.NotHolder);
        // Summoned to lead is not yet leading.
        Offer.Decide(After(WriterStaffed), Documentation, Vd, known: true).ShouldBeRefused(KloRefusals.NotHolder);
    }

    [Fact]
    public void To_the_holder_nothing_happens() =>
        new OfferHandover(Writer, Text("Orientering")).Decide(After(WriterStaffed), Documentation, Writer, known: true).ShouldBeNothing();

    [Fact]
    public void Refused_where_nobody_holds_it_nobody_is_known_or_all_is_over()
    {
        Offer.Decide(After(), Documentation, Writer, known: true).ShouldBeRefused(KloRefusals.NotStaffed);
        Offer.Decide(After(WriterStaffed), Documentation, Writer, known: false).ShouldBeRefused(KloRefusals.UnknownPerson, "#/to");
        Offer.Decide(After(WriterStaffed), Unknown, Writer, known: true).ShouldBeRefused(KloRefusals.UnknownFunction);
        Offer.Decide(After(WriterStaffed, StoodDown), Documentation, Writer, known: true).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
