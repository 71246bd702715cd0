using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class SummonPersonTests
{
    private static readonly SummonPerson Summon = new(Observer);
    private static readonly FunctionSummoned ObserverSummoned = new(Documentation, Observer, 2, AnswerBy);

    [Fact]
    public void Somebody_outside_the_order_is_summoned_once_and_comes_after_everybody_in_it()
    {
        var first = After().Twice(now => Summon.Decide(now, Documentation, known: true, Noon, Times)).ThenNothing();

        first.ShouldBeExactly(ObserverSummoned);
    }

    [Fact]
    public void A_summons_ends_a_vacancy_and_its_end_begins_another()
    {
        var vacant = After(
            new SummonsUnanswered(Documentation, Writer),
            new FunctionSummoned(Documentation, Writer1, 1, AnswerBy),
            new SummonsUnanswered(Documentation, Writer1),
            new FunctionLeftVacant(Documentation)
        );
        var klo = vacant.Then(Summon.Decide(vacant, Documentation, known: true, Noon, Times));
        klo.Post(Documentation)!.VacantSince.ShouldBeNull();

        new SummonsDue(Guid.Empty, Documentation, Observer, AnswerBy, Guid.Empty)
            .Decide(klo, AnswerBy, Times)
            .ShouldBeExactly(new SummonsUnanswered(Documentation, Observer), new FunctionLeftVacant(Documentation));
    }

    [Fact]
    public void Whoever_did_not_come_may_be_summoned_again()
    {
        var declined = After(new SummonsAnswered(Documentation, Writer, SummonsAnswer.Declined, null));
        new SummonPerson(Writer)
            .Decide(declined, Documentation, known: true, Noon, Times)
            .ShouldBeExactly(new FunctionSummoned(Documentation, Writer, 0, AnswerBy));
    }

    [Fact]
    public void Nobody_is_summoned_to_a_function_whose_holder_is_there()
    {
        Summon.Decide(After(WriterStaffed), Documentation, known: true, Noon, Times).ShouldBeRefused(KloRefusals.AlreadyStaffed);
        var silent = After(WriterStaffed).By(PersonId.System, new HolderSilent(Documentation, Writer));
        Summon.Decide(silent, Documentation, known: true, Noon, Times).ShouldBeExactly(ObserverSummoned);
        Summon.Decide(silent.Heard(Writer), Documentation, known: true, Noon, Times).ShouldBeRefused(KloRefusals.AlreadyStaffed);
        new SummonPerson(Writer).Decide(silent, Documentation, known: true, Noon, Times).ShouldBeRefused(KloRefusals.AlreadyStaffed);
    }

    [Fact]
    public void Refused_for_an_unknown_person_or_function_and_after_stand_down()
    {
        Summon.Decide(After(), Documentation, known: false, Noon, Times).ShouldBeRefused(KloRefusals.UnknownPerson, "#/personId");
        Summon.Decide(After(), Unknown, known: true, Noon, Times).ShouldBeRefused(KloRefusals.UnknownFunction);
        Summon.Decide(After(StoodDown), Documentation, known: true, Noon, Times).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
