using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

public class AcknowledgeAlertTests
{
    private static readonly AcknowledgeAlert Acknowledge = new();
    private static readonly AlertAcknowledged ByJour = new(Fire, Jour);

    [Fact]
    public void Whoever_was_alerted_acknowledges_once()
    {
        After(Raised, JourAlerted)
            .Twice(now => Acknowledge.Decide(now, Jour, handles: false), by: Jour)
            .ThenNothing()
            .ShouldBeExactly(ByJour);
    }

    [Fact]
    public void Whoever_handles_incidents_takes_it_without_having_been_alerted() =>
        After(Raised, JourAlerted)
            .Twice(now => Acknowledge.Decide(now, Vd1, handles: true), by: Vd1)
            .ThenNothing()
            .ShouldBeExactly(new AlertAcknowledged(Fire, Vd1));

    [Fact]
    public void Late_is_better_than_never()
    {
        Acknowledge.Decide(After(Raised, JourAlerted, JourSilent, VdAlerted), Jour, handles: false).ShouldBeExactly(ByJour);
        Acknowledge.Decide(After(Raised, JourAlerted, Exhausted), Jour, handles: false).ShouldBeExactly(ByJour);
    }

    [Fact]
    public void Not_by_others_not_after_others_and_not_of_what_is_over()
    {
        Acknowledge.Decide(After(Raised, JourAlerted), Vd, handles: false).ShouldBeRefused(AlertRefusals.NotAlerted.With("vd"));
        Acknowledge
            .Decide(After(Raised, JourAlerted, JourSilent, VdAlerted, ByJour), Vd, handles: true)
            .ShouldBeRefused(AlertRefusals.AlreadyAcknowledged.With("jour"));
        Acknowledge
            .Decide(After(Raised, JourAlerted, new AlertEnded(Fire, AlertEnd.Closed)), Jour, handles: true)
            .ShouldBeRefused(AlertRefusals.Over);
    }
}
