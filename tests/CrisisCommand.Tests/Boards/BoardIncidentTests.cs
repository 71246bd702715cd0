using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.Alarms;
using CrisisCommand.Tests.House;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

/// <summary>A linked incident on the board: what was said first, what was told last, and whether its sender took it back.</summary>
public class BoardIncidentTests
{
    private static readonly Guid Fire = Id(71);
    private static readonly Alarm Alarm = AlarmGiven.Alarm("A");
    private static readonly IDomainEvent[] Verified = [new AlarmReceived(Alarm, true), new IncidentVerified(Text("Brinner i soprum"))];

    private static readonly IDomainEvent[] Declared =
    [
        new CrisisDeclared(new("fire"), Text("Brand"), Text("Hot mot liv"), PlanName.Normal, 1, null, [Fire]),
        .. Led,
    ];

    [Fact]
    public void Both_what_was_said_first_and_the_newest_stand_there_with_time_and_teller()
    {
        var shown = Shown(Declared, Verified);
        shown.Text.ShouldBe("text A");
        shown.Latest.ShouldBe(new("Brinner i soprum", At(2), Vd, "Person vd", ReportedFact.Verification, "Bekräftat"));
        shown.CancelledBySender.ShouldBeFalse();
    }

    [Fact]
    public void One_that_is_linked_again_keeps_what_was_said()
    {
        IDomainEvent[] again =
        [
            .. Declared,
            new IncidentReportReceived(Fire, 2, ReportedFact.Verification, Text("Brinner i soprum"), At(2)),
            new IncidentUnlinked(Fire, Text("Annan kris")),
            new IncidentLinked(Fire),
        ];
        var shown = Shown(again, Verified);
        (shown.Text, shown.Latest!.Text, shown.Last).ShouldBe(("text A", "Brinner i soprum", null));
    }

    [Fact]
    public void What_its_sender_took_back_and_we_verified_is_open_and_marked()
    {
        var shown = Shown(Declared, [.. Verified, new AlarmCancelled(AlarmGiven.Alarm("C", 1), Stands: true)]);
        (shown.Open, shown.CancelledBySender, shown.Latest!.Kind).ShouldBe((true, true, ReportedFact.AlarmCancellation));
    }

    [Fact]
    public void A_difference_tells_that_the_mark_came_and_that_it_went()
    {
        var cancelled = new AlarmCancelled(AlarmGiven.Alarm("C", 1), Stands: true);
        var (before, marked) = (View(Declared, Verified), View(Declared, [.. Verified, cancelled]));
        var after = View(Declared, [.. Verified, cancelled, new IncidentVerified(Text("Brinner än"), GoesOn: true)]);
        var words = new Words(Words.Swedish);
        BoardDifference.Between(before, marked, words).Select(c => c.Change).ShouldBe(["incident-cancelled-by-sender"]);
        BoardDifference.Between(marked, after, words).Select(c => c.Change).ShouldBe(["incident-goes-on"]);
    }

    private static BoardIncident Shown(IDomainEvent[] crisis, IDomainEvent[] incident) => View(crisis, incident).Incidents.Single();

    private static BoardView View(IDomainEvent[] crisis, IDomainEvent[] incident) =>
        new BoardWording(
            new Words(Words.Swedish, nameOf: p => $"Person {p}"),
            Composition.Catalogue,
            new Dictionary<Guid, Incident> { [Fire] = Fold.Of<Incident>(Of(incident)) }
        ).View(State<Board>(crisis), Id(70), Realm.Live);
}
