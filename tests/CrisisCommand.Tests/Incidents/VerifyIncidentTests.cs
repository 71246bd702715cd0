using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Incidents.IncidentGiven;

namespace CrisisCommand.Tests.Incidents;

public class VerifyIncidentTests
{
    private static readonly VerifyIncident Verify = new(true, Text("Brinner i soprum"));
    private static readonly IncidentVerified Verified = new(Text("Brinner i soprum"));

    [Fact]
    public void Each_look_is_a_fact_of_its_own()
    {
        After().Twice(now => Verify.Decide(now)).ThenTheSame().ShouldBeOnly(Verified);
    }

    [Fact]
    public void May_turn_out_to_be_nothing()
    {
        var refuted = new IncidentRefuted(Text("Matos"));
        new VerifyIncident(false, Text("Matos")).Decide(After(Verified)).ShouldBeOnly(refuted);
        After(Verified, refuted).Verified.ShouldBe(false);
    }

    [Fact]
    public void A_closed_incident_is_looked_at_no_more() => Verify.Decide(After(Closed)).ShouldOnlyRefuse(IncidentRefusals.Closed);
}
