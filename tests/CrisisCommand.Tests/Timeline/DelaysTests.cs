using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Report;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class DelaysTests
{
    private static readonly AfterAction Report = Fire().Report();

    [Fact]
    public void What_was_told_of_an_incident_is_measured_until_the_klo_knew() =>
        Told(DelayStep.OccurredToLearned).ShouldBe(["1290 of 1 Rapport: Räddningstjänsten på plats"]);

    [Fact]
    public void A_decision_is_measured_to_its_recording_and_to_its_execution()
    {
        Measure(DelayStep.DecidedToRecorded).All.Select(d => d.Seconds).ShouldBe([300, 0, 0]);
        // The second was replaced; the third still stood when the KLO stood down.
        Measure(DelayStep.DecidedToExecuted)
            .All.Select(d => (d.Decision, d.To is null, d.Seconds))
            .ShouldBe([(1, false, 5400), (3, true, 9000)]);
        Measure(DelayStep.DecidedToExecuted)
            .ShouldSatisfyAllConditions(m => m.Open.ShouldBe(1), m => m.MedianSeconds.ShouldBe(5400), m => m.Worst!.Decision.ShouldBe(3));
    }

    [Fact]
    public void A_decision_is_measured_from_the_newest_fact_that_it_rests_on()
    {
        var crisis = Fire().Then("2026-10-25T06:00:00Z", "vd", Resting(4, "2026-10-25T03:00:00Z", Numbered(8), Numbered(21), Guid.Empty));
        var rested = crisis.Report().Delays.Single(m => m.Step == DelayStep.BasisToDecided).All.ShouldHaveSingleItem();
        (rested.Decision, rested.From, rested.Seconds).ShouldBe((4, At("2026-10-25T02:40:00Z"), 1200));
    }

    [Fact]
    public void A_decision_that_was_taken_before_its_basis_was_set_down_has_a_negative_delay() =>
        Fire()
            .Then("2026-10-25T06:00:00Z", "vd", Resting(4, "2026-10-25T02:30:00Z", Numbered(21)))
            .Report()
            .Delays.Single(m => m.Step == DelayStep.BasisToDecided)
            .MedianSeconds.ShouldBe(-600);

    [Fact]
    public void A_decision_without_a_basis_has_none() =>
        Measure(DelayStep.BasisToDecided)
            .ShouldSatisfyAllConditions(m => m.Count.ShouldBe(0), m => m.MedianSeconds.ShouldBeNull(), m => m.Worst.ShouldBeNull());

    [Fact]
    public void A_task_is_measured_until_it_is_done_and_past_its_time()
    {
        Told(DelayStep.GivenToDone).ShouldBe(["600 of  Ordna filtar"]);
        Measure(DelayStep.Overdue).All.ShouldBeEmpty();
        var late = Unfinished().Report();
        late.Delays.Single(m => m.Step == DelayStep.Overdue)
            .All.Select(d => (d.What, d.To, d.Seconds))
            .ShouldBe([("Ring entreprenören", null, 10800), ("Kalla in väktare", At("2026-10-25T02:00:00Z"), 1800)]);
        late.Delays.Single(m => m.Step == DelayStep.Overdue).MedianSeconds.ShouldBe(6300);
    }

    [Fact]
    public void What_is_left_open_is_told_with_how_late_it_is()
    {
        var left = Unfinished().Report().LeftOpen!;
        left.At.ShouldBe(At("2026-10-25T04:00:00Z"));
        left.Tasks.Select(t => (t.Text, t.OverdueSeconds)).ShouldBe([("Ring entreprenören", 10800), ("Skriv pressmeddelande", null)]);
        Report.LeftOpen!.Tasks.ShouldBeEmpty();
        Report.LeftOpen.Decisions.Select(d => (d.Number, d.OverdueSeconds)).ShouldBe([(3, null)]);
    }

    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new double[] { 5 }, 5.0)]
    [InlineData(new double[] { 9, 1, 5 }, 5.0)]
    [InlineData(new double[] { 9, 1, 5, 2 }, 3.5)]
    public void The_median_lies_in_the_middle(double[] seconds, double? median) =>
        DelayMeasure
            .Of(DelayStep.GivenToDone, "", seconds.Select(s => new Delay("", null, null, null, default, default(DateTimeOffset), s)))
            .MedianSeconds.ShouldBe(median);

    private static DelayMeasure Measure(DelayStep step) => Report.Delays.Single(m => m.Step == step);

    private static IEnumerable<string> Told(DelayStep step) =>
        Measure(step).All.Select(d => FormattableString.Invariant($"{d.Seconds} of {d.Report}{d.Decision} {d.What}"));

    private static DecisionTaken Resting(int number, string decidedAt, params Guid[] basis) =>
        new(number, Text("Stäng av vattnet"), Text("Läckage"), [.. basis], null, Leader, Mandate.Holder, null, null, At(decidedAt), null);

    private static SampleCrisis Unfinished() =>
        new SampleCrisis()
            .Then(
                "2026-10-25T00:00:00Z",
                "vd",
                new CrisisDeclared(new("fire"), Text("Brand"), Text("Fara"), PlanName.Normal, 1, null, []),
                new KloConvened(PlanName.Normal, 1, [new(Leader, [new PersonId("vd")])])
            )
            .Then("2026-10-25T00:30:00Z", "vd", Task(1, "Ring entreprenören", "2026-10-25T01:00:00Z"))
            .Then("2026-10-25T00:40:00Z", "vd", Task(2, "Kalla in väktare", "2026-10-25T01:30:00Z"))
            .Then("2026-10-25T00:50:00Z", "vd", Task(3, "Skriv pressmeddelande", null))
            .Then("2026-10-25T02:00:00Z", "vd", new TaskDone(Numbered(7_002), Text("Två på väg")))
            .Then("2026-10-25T04:00:00Z", "vd", new KloStoodDown(Text("Slut")));

    private static TaskGiven Task(int number, string text, string? due) =>
        new(Numbered(7_000 + number), Text(text), Leader, due is null ? null : At(due), null);
}
