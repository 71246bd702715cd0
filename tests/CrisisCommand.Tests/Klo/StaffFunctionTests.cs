using CrisisCommand.Klo;
using CrisisCommand.Klo.Staffing;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class StaffFunctionTests
{
    [Theory]
    [InlineData("documentation", Mandate.Holder)]
    [InlineData("documentation-1", Mandate.Deputy)]
    [InlineData("observer", Mandate.Appointed)]
    public void The_first_who_comes_holds_the_function_by_the_plans_right(string person, Mandate mandate)
    {
        var staff = new StaffFunction(new PersonId(person));
        var first = After().Twice(now => staff.Decide(now, Documentation, known: true)).ThenNothing();

        first.ShouldBeExactly(new FunctionStaffed(Documentation, new PersonId(person), mandate));
    }

    [Fact]
    public void At_most_one_holds_a_function() =>
        new StaffFunction(Writer1).Decide(After(WriterStaffed), Documentation, known: true).ShouldBeRefused(KloRefusals.AlreadyStaffed);

    [Fact]
    public void Refused_for_an_unknown_person_or_function_and_after_stand_down()
    {
        var staff = new StaffFunction(Writer);
        staff.Decide(After(), Documentation, known: false).ShouldBeRefused(KloRefusals.UnknownPerson, "#/personId");
        staff.Decide(After(), Unknown, known: true).ShouldBeRefused(KloRefusals.UnknownFunction);
        staff.Decide(After(StoodDown), Documentation, known: true).ShouldBeRefused(KloRefusals.StoodDown);
    }
}
