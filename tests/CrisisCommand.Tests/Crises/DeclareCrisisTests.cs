using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using Microsoft.Extensions.Configuration;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class DeclareCrisisTests
{
    private static readonly ReferenceData Reference = ReferenceData.Load(new ConfigurationBuilder().Build());
    private static readonly DeclareCrisis Declare = new(new("fire"), Text("Brand"), Text("Rök"), [IncidentId]);

    private static readonly KloPlan Plan = Fold.Of<KloPlan>(
        Facts(
            new PlanAdopted(
                PlanName.Normal,
                [
                    new(Leader, Text("Krisledare (VD)"), Text("Leder"), Vd, [Vd1]),
                    new(Documentation, Text("Dokumentation"), Text("För loggen"), Writer, [Writer1]),
                ]
            )
        )
    );

    [Fact]
    public void A_declaration_pins_the_plan_convenes_and_summons_every_holder()
    {
        var outcome = TwiceIssued.Stateless(() => Declare.Decide(CrisisId, Plan, null, Reference, Noon, Times));
        outcome
            .Events[0]
            .ShouldBe(new CrisisDeclared(new("fire"), Declare.Title, Declare.Reason, PlanName.Normal, 1, null, [IncidentId]), Alike);
        var convened = outcome.Events[1].ShouldBeOfType<KloConvened>();
        convened
            .Functions.Select(f => (f.Function, string.Join(' ', f.Persons)))
            .ShouldBe([(Leader, "vd vd-1"), (Documentation, "documentation documentation-1")]);
        outcome.Events.Skip(2).ShouldBe([LeaderSummoned, WriterSummoned]);
        var (stream, raised) = outcome.Elsewhere[0];
        stream.ShouldBe(IncidentId);
        raised.ShouldBe([new IncidentRaisedToCrisis(CrisisId)]);
    }

    [Fact]
    public void A_declaration_pins_the_edition_of_the_manual_in_force()
    {
        var edition = new ManualVersion(new string('a', 64));
        Declare
            .Decide(CrisisId, Plan, null, Reference, Noon, Times, edition)
            .Events[0]
            .ShouldBeOfType<CrisisDeclared>()
            .Manual.ShouldBe(edition);
    }

    [Fact]
    public void Each_function_has_the_time_to_answer_that_its_plan_gives_it()
    {
        var plan = Plan with { Functions = [Plan.Functions[0] with { AnswerWithinMinutes = 7 }, Plan.Functions[1]] };
        Declare
            .Decide(CrisisId, plan, null, Reference, Noon, Times with { AnswerWithin = TimeSpan.FromSeconds(6) })
            .Events.OfType<FunctionSummoned>()
            .Select(s => s.AnswerBy - Noon)
            .ShouldBe([TimeSpan.FromMinutes(7), TimeSpan.FromSeconds(6)]);
    }

    [Fact]
    public void Refused_for_what_is_unknown_or_doubled()
    {
        Decide(Declare with { Kind = new("picnic") }).Refusal!.Code.ShouldBe("reference.unknown-kind");
        Declare.Decide(CrisisId, null, null, Reference, Noon, Times).ShouldBeRefused(CrisisRefusals.UnknownPlan);
        Declare.Decide(CrisisId, Plan, IncidentId, Reference, Noon, Times).ShouldBeRefused(CrisisRefusals.UnknownIncident);
        Decide(Declare with { IncidentIds = [IncidentId, IncidentId] }).ShouldBeRefused(CrisisRefusals.IncidentTwice);
    }

    private static Outcome Decide(DeclareCrisis declare) => declare.Decide(CrisisId, Plan, null, Reference, Noon, Times);

    /// <summary>Records compare their lists by reference, so the lists are compared apart.</summary>
    private static readonly IEqualityComparer<IDomainEvent> Alike = EqualityComparer<IDomainEvent>.Create(
        (a, b) =>
            a is CrisisDeclared x
            && b is CrisisDeclared y
            && x.Incidents.SequenceEqual(y.Incidents)
            && x with { Incidents = [] } == y with { Incidents = [] }
    );
}
