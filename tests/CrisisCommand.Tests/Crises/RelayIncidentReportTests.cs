using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class RelayIncidentReportTests
{
    private static readonly CommittedText Said = Text("Rök på plan 3");
    private static readonly IncidentReportReceived Report = new(IncidentId, 4, ReportedFact.Report, Said, Noon);

    [Fact]
    public void A_crisis_hears_a_report_once()
    {
        Crisis(Linked).Twice(now => RelayIncidentReport.Decide(now, Report)).ThenNothing().ShouldBeExactly(Report);
    }

    [Fact]
    public void What_it_learned_of_one_incident_hides_nothing_of_another()
    {
        var other = Report with { IncidentId = CrisisId };
        RelayIncidentReport.Decide(Crisis(Linked, new IncidentLinked(CrisisId), Report), other).ShouldBeExactly(other);
    }

    [Fact]
    public void A_crisis_that_does_not_follow_the_incident_hears_nothing()
    {
        RelayIncidentReport.Decide(Crisis(), Report).ShouldBeNothing();
        RelayIncidentReport.Decide(Crisis(Linked, new IncidentUnlinked(IncidentId, Said)), Report).ShouldBeNothing();
        RelayIncidentReport.Decide(Crisis(Linked, StoodDown), Report).ShouldBeNothing();
    }

    [Fact]
    public void Linked_again_it_hears_what_it_missed() =>
        RelayIncidentReport
            .Decide(Crisis(Linked, Report, new IncidentUnlinked(IncidentId, Said), Linked), Report with { IncidentVersion = 5 })
            .ShouldBeExactly(Report with { IncidentVersion = 5 });

    public static TheoryData<IDomainEvent, ReportedFact?> Facts =>
        new()
        {
            { new AlarmReceived(Alarm, true), ReportedFact.Alarm },
            { new AlarmUpdated(Alarm), ReportedFact.AlarmUpdate },
            { new AlarmCancelled(Alarm), ReportedFact.AlarmCancellation },
            { new AlarmRepeated(IncidentId), null },
            { new IncidentReported(new("fire"), Text("Ekholmen 3"), null, null, Said), ReportedFact.Report },
            { new IncidentReportAdded(null, Said), ReportedFact.Report },
            { new IncidentVerified(Said), ReportedFact.Verification },
            { new IncidentRefuted(Said), ReportedFact.Refutation },
            { new IncidentAssessed(Severity.Severe, Said), ReportedFact.Assessment },
            { new IncidentRaisedToCrisis(CrisisId), null },
            { new IncidentClosed(Said), ReportedFact.Closure },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Each_fact_of_an_incident_is_told_as_what_it_is(IDomainEvent happened, ReportedFact? what)
    {
        var report = RelayIncidentReport.ReportOf(IncidentId, new(happened, 4, Guid.Empty, Noon, Vd));

        report.ShouldBe(what is { } told ? new IncidentReportReceived(IncidentId, 4, told, Said, Noon) : null);
    }

    [Fact]
    public void A_report_happened_when_it_is_said_to_have_happened()
    {
        var fact = new Fact(new IncidentReportAdded(Noon.AddMinutes(-9), Said), 4, Guid.Empty, Noon, Vd);
        RelayIncidentReport.ReportOf(IncidentId, fact)!.Happened.ShouldBe(Noon.AddMinutes(-9));
    }

    /// <summary>The text goes over by its commitment: what is read back has no words, so that no second opening is written.</summary>
    [Fact]
    public void A_text_as_read_back_is_carried_without_words()
    {
        var stored = CommittedText.Stored(Said.Commitment);
        var report = RelayIncidentReport.ReportOf(IncidentId, new(new IncidentVerified(stored), 4, Guid.Empty, Noon, Vd))!;

        report
            .Texts.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(t => t.Commitment.ShouldBe(Said.Commitment), t => t.Words.ShouldBeNull());
    }

    private static Alarm Alarm =>
        new(
            IncidentId,
            AlarmSource.Tib,
            new("tib"),
            new("1"),
            Noon,
            AlarmStatus.Actual,
            new("fire"),
            Severity.Severe,
            Urgency.Immediate,
            Certainty.Observed,
            null,
            Text("Brand"),
            Said,
            null,
            null,
            new("00"),
            []
        );
}
