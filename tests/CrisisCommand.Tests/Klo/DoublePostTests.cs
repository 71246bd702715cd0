using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Klo;

public class DoublePostTests
{
    private static readonly PersonId Analyst = new("situation");

    private static IEnumerable<(PersonId, string)> In(params IDomainEvent[] events) =>
        DoublePost.In(State<KloActivation>([.. Led, .. events])).Select(d => (d.Person, string.Join(",", d.Functions)));

    [Fact]
    public void Whoever_holds_two_functions_is_in_two_places() =>
        In(new FunctionStaffed(Situation, Vd, Mandate.Appointed)).ShouldBe([(Vd, "crisis-leader,situation")]);

    [Fact]
    public void So_is_who_holds_one_and_comes_to_another_that_nobody_holds()
    {
        IDomainEvent[] coming =
        [
            new FunctionSummoned(Situation, Vd, 2, At(9)),
            new SummonsAnswered(Situation, Vd, SummonsAnswer.Coming, null),
        ];
        In(coming).ShouldBe([(Vd, "crisis-leader,situation")]);
        In([.. coming, new FunctionStaffed(Situation, Analyst, Mandate.Holder)]).ShouldBeEmpty();
    }

    [Fact]
    public void One_each_is_none_and_what_is_over_has_none()
    {
        In().ShouldBeEmpty();
        In(new FunctionStaffed(Situation, Vd, Mandate.Appointed), StoodDown).ShouldBeEmpty();
    }

    [Fact]
    public void A_plan_that_names_one_person_as_holder_twice_says_so()
    {
        PlannedFunction Planned(FunctionKey key, string holder) => new(key, Text(key.Value), Text("Gör"), new(holder), []);
        var plan = State<KloPlan>(
            new PlanAdopted(
                PlanName.Normal,
                [Planned(FunctionKey.CrisisLeader, "vd"), Planned(Situation, "vd"), Planned(new("press"), "kim")]
            )
        );

        var doubled = DoublePost.In(plan).ShouldHaveSingleItem();
        (doubled.Person, doubled.Functions.Count).ShouldBe((Vd, 2));
    }
}
