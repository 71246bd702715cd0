using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Klo;

public class AdoptPlanTests
{
    private static readonly PlannedFunction Leads = new(Leader, Text("Krisledare (VD)"), Text("Leder"), Vd, [Vd1]);
    private static readonly PlannedFunction Writes = new(Documentation, Text("Dokumentation"), Text("För loggen"), Writer, [Writer1]);

    [Fact]
    public void Each_adoption_is_a_version_of_its_own()
    {
        var adopt = new AdoptPlan([Leads, Writes]);
        TwiceIssued
            .Stateless(() => adopt.Decide(PlanName.Normal, unknown: null))
            .ShouldBeExactly(new PlanAdopted(PlanName.Normal, adopt.Functions));
    }

    [Fact]
    public void A_plan_has_a_leader()
    {
        new AdoptPlan([Writes]).Decide(PlanName.Normal, null).ShouldBeRefused(KloRefusals.NoLeader, "#/functions");
        new AdoptPlan([]).Decide(PlanName.Normal, null).ShouldBeRefused(KloRefusals.NoLeader, "#/functions");
    }

    [Fact]
    public void A_plan_is_not_named_as_the_address_of_comparisons() =>
        new AdoptPlan([Leads]).Decide(new("comparison"), null).ShouldBeRefused(EnduranceRefusals.ReservedPlanName, "name");

    [Fact]
    public void A_function_stands_once() =>
        new AdoptPlan([Leads, Writes, Writes]).Decide(PlanName.Normal, null).ShouldBeRefused(KloRefusals.FunctionTwice, "#/functions");

    [Fact]
    public void A_person_stands_once_in_a_function_but_may_have_several()
    {
        new AdoptPlan([Leads, Writes with { Deputies = [Writer1, Writer1] }])
            .Decide(PlanName.Normal, null)
            .ShouldBeRefused(KloRefusals.DeputyTwice, "#/functions/1/deputies");
        new AdoptPlan([Leads, Writes with { Deputies = [Writer] }])
            .Decide(PlanName.Normal, null)
            .ShouldBeRefused(KloRefusals.DeputyTwice, "#/functions/1/deputies");
        new AdoptPlan([Leads, Writes with { Deputies = [Vd1] }]).Decide(PlanName.Normal, null).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Nobody_unknown_is_planned_for() =>
        new AdoptPlan([Leads]).Decide(PlanName.Normal, Observer).ShouldBeRefused(KloRefusals.UnknownPerson, "#/functions");
}
