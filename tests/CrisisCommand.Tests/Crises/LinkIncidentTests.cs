using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Crises.CrisisGiven;
using static CrisisCommand.Tests.Klo.KloGiven;

namespace CrisisCommand.Tests.Crises;

public class LinkIncidentTests
{
    [Fact]
    public void Both_streams_hear_of_the_link_once()
    {
        var link = new LinkIncident(IncidentId);
        var first = Crisis().Twice(now => link.Decide(now, CrisisId, known: true)).ThenNothing();

        first.Events.ShouldBe([Linked]);
        var (stream, events) = first.Elsewhere.ShouldHaveSingleItem();
        stream.ShouldBe(IncidentId);
        events.ShouldBe([new IncidentRaisedToCrisis(CrisisId)]);
    }

    [Fact]
    public void What_the_declaration_named_is_linked_already() =>
        new LinkIncident(IncidentId)
            .Decide(Fold.Of<Crisis>(Facts(Declared with { Incidents = [IncidentId] })), CrisisId, known: true)
            .ShouldBeNothing();

    [Fact]
    public void Refused_for_an_unknown_incident_and_after_stand_down()
    {
        var link = new LinkIncident(IncidentId);
        link.Decide(Crisis(), CrisisId, known: false).ShouldBeRefused(CrisisRefusals.UnknownIncident, "#/incidentId");
        link.Decide(Crisis(StoodDown), CrisisId, known: true).ShouldBeRefused(CrisisRefusals.StoodDown);
    }
}
