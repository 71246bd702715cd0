using CrisisCommand.Boards;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

public class LinkedIncidentsTests
{
    private static readonly IReadOnlyList<Fact> Told = Of(
        new IncidentReported(new("fire"), Text("Ekholmen 3"), new("skarholmen"), Noon.AddMinutes(-20), Text("Rök")),
        new IncidentVerified(Text("Brand bekräftad")),
        new IncidentAssessed(Severity.Severe, Text("Sprider sig")),
        new IncidentAssessed(Severity.Extreme, Text("Taket brinner"))
    );

    [Theory]
    [InlineData(1, 0, null, Severity.Unknown)]
    [InlineData(2, 0, true, Severity.Unknown)]
    [InlineData(2, 1, true, Severity.Unknown)]
    [InlineData(2, 3, true, Severity.Severe)]
    [InlineData(4, 0, true, Severity.Extreme)]
    public void An_incident_is_shown_as_the_crisis_had_heard_of_it(int linkedAt, long learned, bool? verified, Severity severity)
    {
        var heard = LinkedIncidents.HeardOf(Told, At(linkedAt), learned);

        (heard.Kind.Value, heard.Place!.Value.Words, heard.Verified, heard.Severity).ShouldBe(("fire", "Ekholmen 3", verified, severity));
    }

    [Fact]
    public void One_that_happened_is_shown_before_anybody_told_of_it()
    {
        LinkedIncidents.HappenedBy(Told, Noon.AddMinutes(-30)).ShouldBe(Incident.Initial);

        var begun = LinkedIncidents.HappenedBy(Told, Noon.AddMinutes(-10));
        (begun.Kind.Value, begun.Verified).ShouldBe(("fire", null));
        LinkedIncidents.HappenedBy(Told, At(3)).Severity.ShouldBe(Severity.Severe);
    }
}
