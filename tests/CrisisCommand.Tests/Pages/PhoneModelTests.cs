using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Pages.Phone;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.Klo;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Pages;

public class PhoneModelTests
{
    /// <summary>One rule: a page that offered what is then refused, or hid what is not, would cost minutes.</summary>
    [Fact]
    public void The_phone_offers_to_take_over_exactly_where_that_would_be_done()
    {
        var led = After(LeaderStaffed);
        var silent = led.By(PersonId.System, new HolderSilent(Leader, Vd), new FunctionSummoned(Leader, Vd1, 1, AnswerBy))
            .By(Vd1, new SummonsAnswered(Leader, Vd1, SummonsAnswer.Coming, null));
        KloActivation[] all = [After(), led, silent, silent.By(Vd, new HolderAnswered(Leader, Vd)), silent.By(Vd1, StoodDown)];
        foreach (var klo in all)
        {
            var offered = Offers(klo, Vd1);
            offered.ShouldBe(TakeOver.Decide(klo, Leader, Vd1) is { Refusal: null, Events.Length: 1 });
            offered.ShouldBe(ReferenceEquals(klo, silent));
        }
    }

    private static bool Offers(KloActivation klo, PersonId me) =>
        new PhoneModel(
            null!,
            new(Guid.Empty, me, null, [], [], [], [], [], [], new Dictionary<PersonId, string>()),
            Board.Initial with
            {
                Klo = klo,
            },
            null,
            []
        ).OnTheWay.Any(w => w.Function == Leader && w.TakesOver);
}
