using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class AssessIncidentTests
{
    private static readonly AssessIncident Assess = new(Severity.Severe, Text("Hela trapphuset rökfyllt"));
    private static readonly IncidentAssessed Assessed = new(Severity.Severe, Text("Hela trapphuset rökfyllt"));

    [Fact]
    public void Each_assessment_is_a_fact_of_its_own()
    {
        After().Twice(now => Assess.Decide(now)).ThenTheSame().ShouldBeOnly(Assessed);
        After(Assessed).Severity.ShouldBe(Severity.Severe);
    }

    [Fact]
    public void A_closed_incident_is_not_assessed() => Assess.Decide(After(Closed)).ShouldOnlyRefuse(IncidentRefusals.Closed);
}
