using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class EndAlertTests
{
    private static readonly EndAlert End = new(Story.Text("Provlarm hos grannen"));
    private static readonly AlertEnded ByVd = new(Fire, AlertEnd.ByPerson, Vd, End.Why);

    [Fact]
    public void Whoever_says_why_ends_the_calling_once()
    {
        After(Raised, JourAlerted).Twice(now => End.Decide(now, Vd), by: Vd).ThenRefused(AlertRefusals.Over).ShouldBeExactly(ByVd);
        End.Decide(After(Raised, JourAlerted, Exhausted), Vd).ShouldBeExactly(ByVd);
    }

    [Fact]
    public void Not_what_somebody_has_taken() =>
        End.Decide(After(Raised, JourAlerted, new AlertAcknowledged(Fire, Jour)), Vd)
            .ShouldBeRefused(AlertRefusals.AlreadyAcknowledged.With("jour"));

    [Fact]
    public void What_was_ended_so_is_taken_by_nobody() =>
        new AcknowledgeAlert().Decide(After(Raised, JourAlerted, ByVd), Jour, handles: true).ShouldBeRefused(AlertRefusals.Over);
}
