using CrisisCommand.Alerts;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Alerts.AlertGiven;

namespace CrisisCommand.Tests.Alerts;

/// <summary>One alarm with all messages that are under way about it: what the durable queues hold, in no order and with no clock.</summary>
/// <param name="endsAtExhausted">The control: what follows the end of the path is forgotten, as it was before.</param>
internal sealed class AlertWorld(bool endsAtExhausted = false)
{
    private static readonly PersonId[] Circle = [new("operator")];
    private static readonly PersonId[] Klo = [Vd, Vd1, new("documentation")];

    public List<IDomainEvent> Facts { get; } = [];
    public List<object> Pending { get; } = [new AlarmHasMoved(Fire, Story.Noon)];
    public Incident Incident { get; private set; } = Alarmed;

    public Alert Alert => After([.. Facts]);

    /// <summary>Nobody has it, nobody said that nobody need be called, and it is not over.</summary>
    public bool ShouldCall =>
        Incident is { Open: true, Crises.IsEmpty: true, Handler: null }
        && (Alert is not { Status: AlertStatus.Acknowledged } had || Incident.ReopenedAt > had.SettledAt)
        && Alert is not { Status: AlertStatus.Ended, End: AlertEnd.ByPerson };

    /// <summary>Some message that is under way calls somebody, or leads to one that does.</summary>
    public bool IsAlive => Pending.Any(m => Decide(m).Events.Length > 0);

    public void Becomes(Func<Incident, Incident> change)
    {
        Incident = change(Incident);
        Pending.Add(new AlarmHasMoved(Fire, Story.Noon));
    }

    /// <param name="stays">It is delivered, and comes once more, as after the death of a node.</param>
    public void Deliver(int pick, bool stays)
    {
        if (Pending.Count == 0)
        {
            return;
        }

        var message = Pending[pick % Pending.Count];
        Happen(Decide(message));
        if (message is AlertWidens { Circle: AlertCircle.Operators })
        {
            Pending.Add(new AlertWidens(Fire, AlertCircle.Klo));
        }

        if (!stays)
        {
            Pending.Remove(message);
        }
    }

    /// <summary>All news of the incident has been looked at.</summary>
    public void Settle()
    {
        foreach (var moved in Pending.OfType<AlarmHasMoved>().ToList())
        {
            Happen(Decide(moved));
            Pending.Remove(moved);
        }
    }

    public void Happen(Outcome outcome)
    {
        foreach (var happened in outcome.Events)
        {
            Facts.Add(happened);
            Pending.AddRange(FollowingFrom(happened));
        }
    }

    private Outcome Decide(object message) =>
        message switch
        {
            AlarmHasMoved => FollowAlarm.Decide(Alert, Incident, Fire, Order, Rule, Dues, isStale: false),
            AlertFallsDue due => EscalateAlert.Decide(Alert, Incident, due.Step, Order, Dues),
            AlertWidens widens => WidenAlert.Decide(
                Alert,
                Incident,
                widens.Circle,
                widens.Circle == AlertCircle.Operators ? Circle : Klo,
                Due
            ),
            AlertRepeats repeats => RepeatAlert.Decide(Alert, Incident, repeats.ExhaustedIn, Order, Dues),
            _ => Outcome.Nothing,
        };

    /// <summary>As <see cref="AlertNews"/> makes messages of facts.</summary>
    private IEnumerable<object> FollowingFrom(IDomainEvent happened) =>
        happened switch
        {
            OnCallAlerted { Role: AlertRole.Operator or AlertRole.Member } => [],
            OnCallAlerted alerted => [new AlertFallsDue(Fire, alerted.Step)],
            AlertExhausted when !endsAtExhausted => [new AlertWidens(Fire, AlertCircle.Operators), new AlertRepeats(Fire, Facts.Count)],
            _ => [],
        };
}
