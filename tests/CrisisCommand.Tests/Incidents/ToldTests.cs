using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;
using static CrisisCommand.Tests.Alarms.AlarmGiven;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

/// <summary>What our own people say stands beside what was said first, and covers none of it.</summary>
public class ToldTests
{
    public static TheoryData<string> Tellings => ["verified", "refuted", "report", "assessed", "closed"];

    private static (IDomainEvent Event, ReportedFact What) Telling(string name) =>
        name switch
        {
            "verified" => (new IncidentVerified(Text("Nytt")), ReportedFact.Verification),
            "refuted" => (new IncidentRefuted(Text("Nytt")), ReportedFact.Refutation),
            "report" => (new IncidentReportAdded(Noon.AddHours(-1), Text("Nytt")), ReportedFact.Report),
            "assessed" => (new IncidentAssessed(Severity.Severe, Text("Nytt")), ReportedFact.Assessment),
            _ => (new IncidentClosed(Text("Nytt")), ReportedFact.Closure),
        };

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Whatever_we_say_stands_beside_what_was_reported(string name)
    {
        var (fact, what) = Telling(name);
        var incident = After(fact);
        incident.Text.ShouldBe(Text("Rök i trapphus"));
        incident.Latest.ShouldBe(new Told(what, Text("Nytt"), Noon.AddMinutes(1), new("jour")));
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Whatever_we_say_stands_beside_the_alarms_own_words(string name)
    {
        var alarm = Alarm("A");
        var facts = Facts([new AlarmReceived(alarm, true), Telling(name).Event]);
        var incident = Fold.Of<Incident>(facts);
        incident.Text.ShouldBe(alarm.Text);
        incident.Latest!.Text.ShouldBe(Text("Nytt"));
        incident.LatestOfAlarms!.Text.ShouldBe(alarm.Text);
    }

    [Fact]
    public void What_was_said_first_is_the_newest_until_something_else_is() =>
        After().Latest.ShouldBe(new Told(ReportedFact.Report, Text("Rök i trapphus"), Noon, new("jour")));

    [Fact]
    public void An_alarm_that_comes_late_is_not_the_newest()
    {
        var (alarm, update) = (Alarm("A"), Alarm("U", 1));
        var incident = Fold.Of<Incident>(Facts([new AlarmUpdated(update), new AlarmReceived(alarm, true)]));
        (incident.Text, incident.Latest!.What, incident.Latest.Text).ShouldBe((update.Text, ReportedFact.AlarmUpdate, update.Text));
    }

    [Fact]
    public void An_update_that_only_moves_the_alarm_takes_none_of_its_words_away()
    {
        var alarm = Alarm("A");
        var bare = Alarm("U", 1) with
        {
            Kind = IncidentKind.Other,
            Headline = null,
            Text = Text(""),
            Severity = Severity.Unknown,
            Urgency = Urgency.Unknown,
            Certainty = Certainty.Unknown,
        };
        var incident = Fold.Of<Incident>(Facts([new AlarmReceived(alarm, true), new AlarmUpdated(bare)]));
        (incident.Kind, incident.Headline, incident.Text, incident.Severity).ShouldBe(
            (alarm.Kind, alarm.Headline, alarm.Text, alarm.Severity)
        );
        incident.Latest!.What.ShouldBe(ReportedFact.AlarmUpdate);
        Fold.Of<Incident>(Facts([new AlarmUpdated(bare), new AlarmReceived(alarm, true)])).Text.ShouldBe(alarm.Text);
        var noted = bare with { Text = Text("Rök") };
        Fold.Of<Incident>(Facts([new AlarmReceived(noted, true), new AlarmCancelled(Alarm("C", 2))])).Text.ShouldBe(Text("Rök"));
        var typed = bare with { Source = AlarmSource.Tib, Text = Text("Eld") };
        Fold.Of<Incident>(Facts([new AlarmReceived(alarm, true), new AlarmUpdated(typed)])).Text.ShouldBe(Text("Eld"));
    }

    [Fact]
    public void What_is_only_logged_or_claimed_is_no_news()
    {
        var alarm = Alarm("A");
        var logged = new AlarmReceived(Alarm("T", 1, AlarmStatus.Test), false);
        var claimed = new AlarmClaimed(alarm.AlarmId, AlarmClaim.Cancel, Id("C"), Own("C"), alarm.Sender, new("mallory"));
        var incident = Fold.Of<Incident>(Facts([new AlarmReceived(alarm, true), logged, claimed]));
        (incident.Text, incident.Latest!.Text).ShouldBe((alarm.Text, alarm.Text));
    }
}
