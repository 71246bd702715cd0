using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline.Report;
using CrisisCommand.Timeline.Staffing;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

public class FindingsTests
{
    [Fact]
    public void Vacancies_are_whole_stretches_the_longest_first()
    {
        var spans = StaffingSample.Night().Facts is var facts ? Vacancies.Of(Proof(facts)) : [];
        spans.Select(s => s.Seconds).ShouldBeInOrder(SortDirection.Descending);
        // Never two that touch: reasons that follow each other are one stretch.
        foreach (var function in spans.GroupBy(s => s.Function.Key))
        {
            function.Select(s => s.From).Intersect(function.Select(s => s.To ?? default)).ShouldBeEmpty();
        }

        var declined = spans.Single(s => s.Function.Key == StaffingSample.Operations);
        (declined.From, declined.To, declined.Seconds).ShouldBe((At("2026-10-25T00:00:00Z"), At("2026-10-25T01:50:00Z"), 6600));
        declined
            .Why.Select(w => w.Reason)
            .ShouldBe([
                VacancyReason.NotSummoned,
                VacancyReason.AwaitingAnswer,
                VacancyReason.Declined,
                VacancyReason.AwaitingAnswer,
                VacancyReason.Silent,
                VacancyReason.NobodyLeft,
            ]);
        spans.Sum(s => s.Seconds).ShouldBe(Proof(facts).Totals.SecondsVacant);
    }

    [Fact]
    public void A_correction_stands_beside_what_it_corrects_and_says_which_one_it_replaces() =>
        Fire()
            .Report()
            .CorrectionsMade.Select(c => (c.Version, c.Original!.Version, c.Original.Text, c.Text, c.Why, c.By.Name, c.Replaces, c.Stands))
            .ShouldBe([
                (12, 9, "Tolv lägenheter utrymda", "Fjorton lägenheter utrymda", "Två tillkom", "Omar Haddad", null, false),
                (14, 9, "Tolv lägenheter utrymda", "Femton lägenheter utrymda", "Räknat om", "Omar Haddad", 12, true),
            ]);

    [Fact]
    public void A_correction_of_a_correction_is_one_of_the_entry_itself()
    {
        var made = Fire()
            .Then("2026-10-25T06:00:00Z", "vd-1", new EntryCorrected(Numbered(14), Text("Sexton"), Text("Fel igen")))
            .Report()
            .CorrectionsMade;
        made.Select(c => (c.Version, c.Original!.Version, c.Replaces, c.Stands))
            .ShouldBe([(12, 9, null, false), (14, 9, 12, false), (25, 9, 14, true)]);
    }

    [Fact]
    public void A_correction_of_what_the_journal_does_not_hold_is_told_all_the_same() =>
        Fire()
            .Then("2026-10-25T06:00:00Z", "vd-1", new EntryCorrected(Numbered(999), Text("Sexton"), Text("Fel")))
            .Report()
            .CorrectionsMade[^1]
            .Original.ShouldBeNull();

    [Fact]
    public void A_late_entry_that_is_corrected_keeps_both_its_times()
    {
        var original = Fire()
            .Then("2026-10-25T06:00:00Z", "vd-1", new EntryCorrected(Numbered(13), Text("Båda hissarna"), Text("Glömdes")))
            .Report()
            .CorrectionsMade[^1]
            .Original!;
        (original.OccurredAt, original.RecordedAt).ShouldBe((At("2026-10-25T00:10:00Z"), At("2026-10-25T01:50:00Z")));
    }

    [Fact]
    public void Attachments_are_the_alarms_as_received()
    {
        var all = Attachments(opens: true);
        all.Select(a => (a.What, a.Sender, a.MediaType, a.ReceivedAt, a.Raw))
            .ShouldBe([
                (ReportedFact.Alarm, "tib", "application/cap+xml", At("2026-10-25T00:11:00Z"), $"/api/live/alarms/{Numbered(6_001)}/raw"),
                // Its bytes are erased: what the incident's own record says of it stays.
                (ReportedFact.AlarmUpdate, "tib", null, At("2026-10-25T00:30:00Z"), null),
            ]);
        all.ShouldAllBe(a => a.Sha256 == "ab");
    }

    [Fact]
    public void Who_sees_no_names_sees_no_sender_and_is_led_to_no_message() =>
        Attachments(opens: false).ShouldAllBe(a => a.Sender == null && a.Identifier == null && a.Raw == null);

    private static IReadOnlyList<AttachmentReport> Attachments(bool opens)
    {
        Fact[] facts =
        [
            Recorded(1, new AlarmReceived(Alarm(6_001), true)),
            Recorded(2, new AlarmRepeated(Numbered(6_001))),
            Recorded(3, new AlarmUpdated(Alarm(6_002))),
        ];
        var alarms = AlarmOnRecord.Of(IncidentId, facts).ToList();
        var message = new KeptMessage(Numbered(5_000), "application/cap+xml", At("2026-10-25T00:11:00Z"));
        var reader = new Reader(new("live"), new("vd"), opens, Words.Swedish);
        return new AttachmentsBuilder(Reader(), reader).Build([new(alarms[0], message), new(alarms[1], null)]);
    }

    private static Fact Recorded(int version, IDomainEvent happened) =>
        new(happened, version, Numbered(6_100 + version), At($"2026-10-25T00:{version * 10:00}:00Z"), new("tib"), null);

    private static Alarm Alarm(int id) =>
        new(
            Numbered(id),
            AlarmSource.Tib,
            new("tib"),
            new($"alarm-{id}"),
            At("2026-10-25T00:09:00Z"),
            AlarmStatus.Actual,
            new("fire"),
            Severity.Severe,
            Urgency.Immediate,
            Certainty.Observed,
            null,
            null,
            Text("Brand"),
            null,
            null,
            new("ab"),
            []
        );

    private static StaffingProofShown Proof(IReadOnlyList<Fact> facts) =>
        new StaffingProofBuilder(Reader()).Build(new("live"), Id, facts[^1].Version, Fold.Of<StaffingProof>(facts));
}
