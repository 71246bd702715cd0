using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Report;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class KeyTimesTests
{
    [Fact]
    public void The_night_of_the_fire_has_these_key_times() =>
        Told(Fire().Report())
            .ShouldBe([
                "FirstOccurred 00:05:00 -600 #8 Brand i trapphus",
                "FirstLearned 00:11:00 -240 # Brand i trapphus",
                "Declared 00:15:00 0 #1 Karin Ström",
                "FirstStaffed 00:20:00 300 #6 Krisledare (VD): Karin Ström",
                "LeaderInPlace 00:20:00 300 #6 Krisledare (VD): Karin Ström",
                // Nobody came to documentation.
                "AllStaffed never",
                "FirstSituationReport 02:40:00 8700 #21 Stabschef",
                "FirstDecision 00:40:00 1500 #10 Beslut 1: Öppna mottagningsplats i Skärholmens sim- och idrottshall",
                "StoodDown 05:00:00 17100 #24 ",
            ]);

    [Fact]
    public void A_crisis_that_was_only_declared_has_one()
    {
        var declared = new SampleCrisis().Then("2026-10-25T00:15:00Z", "vd", Declaration());
        Told(declared.Report())
            .Where(t => !t.EndsWith(" never", StringComparison.Ordinal))
            .ShouldBe(["Declared 00:15:00 0 #1 Karin Ström"]);
        declared.Report().KeyTimes.Count.ShouldBe(Enum.GetValues<KeyMoment>().Length);
    }

    [Fact]
    public void All_functions_are_staffed_when_somebody_holds_every_one_of_the_plan_in_force()
    {
        var crisis = new SampleCrisis()
            .Then("2026-10-25T00:15:00Z", "vd", Declaration(), Convened(Leader, Staff))
            .Then("2026-10-25T00:20:00Z", "vd", new FunctionStaffed(Leader, new("vd"), Mandate.Holder))
            .Then("2026-10-25T00:45:00Z", "vd", new FunctionStaffed(Staff, new("chief-of-staff"), Mandate.Holder));
        Told(crisis.Report()).ShouldContain("AllStaffed 00:45:00 1800 #4 ");
        Told(crisis.Report()).ShouldContain("StoodDown never");
    }

    [Fact]
    public void An_incident_that_was_linked_by_mistake_is_no_beginning()
    {
        var crisis = Fire().Then("2026-10-25T05:10:00Z", "vd", new IncidentUnlinked(IncidentId, Text("Fel händelse")));
        Told(crisis.Report()).Take(2).ShouldBe(["FirstOccurred never", "FirstLearned never"]);
    }

    /// <summary>The plan is what is measured, so that each language says all of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_moment_and_every_step_has_a_name(bool english)
    {
        var report = Fire().Report(english: english);
        report.KeyTimes.Select(k => k.Name).Concat(report.Delays.Select(d => d.Name)).ShouldAllBe(n => !n.Contains('.'));
    }

    private static IEnumerable<string> Told(AfterAction report) =>
        report.KeyTimes.Select(k =>
            k.At is { } at
                ? FormattableString.Invariant($"{k.What} {at.UtcDateTime:HH:mm:ss} {k.SinceDeclaredSeconds} #{k.Version} {k.Detail}")
                : $"{k.What} never"
        );

    private static CrisisDeclared Declaration() => new(new("fire"), Text("Brand"), Text("Fara för liv"), PlanName.Normal, 1, null, []);

    private static KloConvened Convened(params FunctionKey[] functions) =>
        new(PlanName.Normal, 1, [.. functions.Select(f => new CallOrder(f, [new PersonId(f.Value)]))]);
}
