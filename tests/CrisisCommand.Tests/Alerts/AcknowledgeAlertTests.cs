using CrisisCommand.Alerts;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class AcknowledgeAlertTests
{
    private static readonly AcknowledgeAlert Acknowledge = new();
    private static readonly AlertAcknowledged ByJour = new(Fire, Jour);

    [Fact]
    public void Whoever_was_alerted_acknowledges_once()
    {
        Acknowledge.Decide(After(Raised, JourAlerted), Jour).ShouldBeExactly(ByJour);
        Acknowledge.Decide(After(Raised, JourAlerted, ByJour), Jour).ShouldBeNothing();
    }

    [Fact]
    public void Late_is_better_than_never()
    {
        Acknowledge.Decide(After(Raised, JourAlerted, JourSilent, VdAlerted), Jour).ShouldBeExactly(ByJour);
        Acknowledge.Decide(After(Raised, JourAlerted, new AlertExhausted(Fire)), Jour).ShouldBeExactly(ByJour);
    }

    [Fact]
    public void Not_by_others_not_after_others_and_not_of_what_is_over()
    {
        Acknowledge.Decide(After(Raised, JourAlerted), Vd).ShouldBeRefused(AlertRefusals.NotAlerted.With("vd"));
        Acknowledge
            .Decide(After(Raised, JourAlerted, JourSilent, VdAlerted, ByJour), Vd)
            .ShouldBeRefused(AlertRefusals.AlreadyAcknowledged.With("jour"));
        Acknowledge.Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Jour).ShouldBeRefused(AlertRefusals.Over);
    }
}
