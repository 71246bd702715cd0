using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alarms.AlarmGiven;

namespace CrisisCommand.Tests.Alarms;

/// <summary>Messages of one alarm in whatever order they come: the newest word holds (C5).</summary>
public class AlarmOrderTests
{
    private readonly AlarmGiven _given = new();

    public static TheoryData<string> Orders() =>
        [.. Permutations(["A", "U", "V", "C"]).Concat(Permutations(["A", "U", "V"])).Select(o => string.Concat(o))];

    [Theory]
    [MemberData(nameof(Orders))]
    public void However_they_come_messages_of_one_alarm_end_as_one_incident_that_says_the_last_word(string order)
    {
        var messages = new Dictionary<char, IncomingAlarm>
        {
            ['A'] = Message("A"),
            ['U'] = Update("U", 1, "A"),
            ['V'] = Update("V", 2, "A U"),
            ['C'] = Cancel("C", 3, "A U V"),
        };
        foreach (var name in order)
        {
            _given.Receive(messages[name]);
        }

        _given.Incidents.Count.ShouldBe(1);
        var incident = _given.Incident($"{order[0]}");
        (incident.Open, incident.Cancelled, incident.Text).ShouldBe((!order.Contains('C'), order.Contains('C'), Alarm("V").Text));
        incident.Alarms.ShouldBe(order.Select(name => Id($"{name}")));
    }

    [Fact]
    public void An_update_newer_than_the_cancellation_raises_again_and_the_late_cancellation_changes_nothing()
    {
        _given.Receive(Message("A"));
        _given.Receive(Cancel("C", 1, "A"));
        _given.Receive(Update("U", 2, "A C")).Placements[0].Actionable.ShouldBeTrue();
        _given.Incident("A").Open.ShouldBeTrue();
        _given.Receive(Cancel("D", 1, "A")).Placements[0].Actionable.ShouldBeFalse();
        _given.Incident("A").Open.ShouldBeTrue();
    }

    [Fact]
    public void A_newer_update_opens_what_we_closed_and_an_older_one_does_not()
    {
        _given.Receive(Message("A"));
        _given.Receive(Update("U", 5, "A"));
        _given.Happened(Own("A"), new IncidentClosed(CommittedText.Commit("Klart")));
        _given.Receive(Update("V", 3, "A"));
        _given.Incident("A").Open.ShouldBeFalse();
        _given.Receive(Update("W", 7, "A"));
        _given.Incident("A").Open.ShouldBeTrue();
    }

    private static IEnumerable<IReadOnlyList<string>> Permutations(IReadOnlyList<string> items) =>
        items.Count == 0
            ?
            [
                [],
            ]
            : items.SelectMany(i => Permutations([.. items.Where(o => o != i)]).Select(rest => (IReadOnlyList<string>)[i, .. rest]));
}
