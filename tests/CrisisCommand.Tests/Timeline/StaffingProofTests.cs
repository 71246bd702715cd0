using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Staffing;
using static CrisisCommand.Tests.Timeline.SampleCrisis;
using static CrisisCommand.Tests.Timeline.StaffingSample;

namespace CrisisCommand.Tests.Timeline;

public class StaffingProofTests
{
    private static readonly IReadOnlyList<Fact> Facts = Night().Facts;

    private static readonly StaffingProofShown Shown = new StaffingProofBuilder(Reader()).Build(
        Realm.Live,
        SampleCrisis.Id,
        Facts[^1].Version,
        Fold.Of<StaffingProof>(Facts)
    );

    [Fact]
    public void A_leader_who_falls_silent_is_held_then_taken_over_then_handed_back() =>
        Told(Leader)
            .ShouldBe([
                "00:00 AwaitingAnswer vd",
                "00:03 vd Holder Staffed, silent 01:23-01:40",
                "01:40 vd-1 Deputy TakenOver",
                "02:45 vd Holder HandedOver",
            ]);

    [Fact]
    public void Every_vacancy_has_its_reason()
    {
        Told(Communications)
            .ShouldBe([
                "00:00 NotSummoned",
                "00:02 AwaitingAnswer communications",
                "00:05 Silent communications",
                "00:06 AwaitingAnswer communications-1",
                "00:12 OnTheWay communications-1 00:50",
                "01:00 NotCome communications-1",
            ]);
        Told(Operations)
            .ShouldBe([
                "00:00 NotSummoned",
                "00:02 AwaitingAnswer property-operations",
                "00:10 Declined property-operations",
                "00:11 AwaitingAnswer property-operations-1",
                "00:14 Silent property-operations-1",
                "01:10 NobodyLeft",
                "01:50 jour Appointed Staffed",
            ]);
    }

    [Fact]
    public void Another_plan_ends_a_function_and_brings_another_with_the_holder_that_is_mapped_to_it()
    {
        Told(Support)
            .ShouldBe([
                "00:00 NotSummoned",
                "00:02 AwaitingAnswer people-support",
                "00:10 OnTheWay people-support 00:30",
                "00:35 people-support Holder Staffed",
            ]);
        Told(Supply).ShouldBe(["02:20 people-support Holder Reorganised"]);
        var (before, after) = (Of(Support), Of(Supply));
        (before.To, before.Ends).ShouldBe((after.From, after.Begins));
        after.Intervals[0].Holder!.InFunctionSince.ShouldBe(At("2026-10-25T00:35:00Z"));
        Told(Staff).Length.ShouldBe(2, "a function that goes on under its own name is not interrupted");
    }

    [Fact]
    public void Each_interval_names_the_facts_by_which_it_begins_and_ends()
    {
        var tenure = Of(Leader).Intervals[1];
        Facts[(int)tenure.Begins.Version - 1].Event.ShouldBeOfType<FunctionStaffed>();
        var end = Facts[(int)tenure.Ends!.Version - 1];
        end.Event.ShouldBeOfType<FunctionTakenOver>();
        tenure.Ends.EventId.ShouldBe(end.EventId);
    }

    [Fact]
    public void The_sums_are_of_whole_vacancies()
    {
        // Five reasons, one vacancy of five hours.
        var communications = Shown.Functions[2].Totals;
        (communications.LongestVacancySeconds, communications.ShareStaffed).ShouldBe((5 * 3600, 0));
        var leader = Shown.Functions[0].Totals;
        (leader.Seconds, leader.SecondsVacant, leader.SecondsSilent).ShouldBe((5 * 3600, 180, 17 * 60));
        leader.ShareStaffed!.Value.ShouldBe(0.99, 0.0001);
        Shown.Totals.LongestVacancySeconds.ShouldBe(5 * 3600);
        Shown.Totals.SecondsVacant.ShouldBe(Shown.Functions.Sum(f => f.Totals.SecondsVacant));
    }

    [Fact]
    public void A_crisis_that_goes_on_is_summed_up_to_its_last_line()
    {
        var proof = Fold.Of<StaffingProof>(Facts.Take(7));
        var shown = new StaffingProofBuilder(Reader()).Build(new("ovning"), SampleCrisis.Id, 7, proof);
        (shown.StoodDown, shown.Until, shown.Notice).ShouldBe((false, Facts[6].RecordedAt, "ÖVNING"));
        shown.Functions[0].Intervals[^1].To.ShouldBeNull();
        shown.Functions[0].Totals.Seconds.ShouldBe((Facts[6].RecordedAt - Facts[0].RecordedAt).TotalSeconds);
    }

    [Fact]
    public void What_comes_after_the_stand_down_changes_nothing()
    {
        var over = Fold.Of<StaffingProof>(Facts);
        over.After(new(new FunctionStaffed(Log, new("jour"), Mandate.Appointed), 90, Numbered(90), At("2026-10-26T00:00:00Z"), new("vd")))
            .ShouldBe(over);
    }

    private static FunctionProof Of(FunctionKey function) => Fold.Of<StaffingProof>(Facts).Functions.Single(f => f.Function == function);

    private static string[] Told(FunctionKey function) => [.. Of(function).Intervals.Select(Tell)];

    private static string Tell(StaffingInterval interval) =>
        interval.Holder is { } holder
            ? $"{interval.From:HH:mm} {holder.Person} {holder.Mandate} {holder.Passing}"
                + string.Concat(interval.Silences.Select(s => $", silent {s.From:HH:mm}-{s.To:HH:mm}"))
            : $"{interval.From:HH:mm} {interval.Vacancy!.Reason} {interval.Vacancy.Person} {interval.Vacancy.Eta:HH:mm}".TrimEnd();
}
