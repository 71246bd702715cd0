using CrisisCommand.AlarmRules;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Alerts;

/// <summary>Something happened to an incident that may begin its alert, or end it.</summary>
/// <param name="At">When it was recorded.</param>
public sealed record AlarmHasMoved(Guid IncidentId, DateTimeOffset At);

/// <summary>The same of several incidents of one flood: they stand in a queue of their own, so that nobody else's alarm waits behind them.</summary>
public sealed record AlarmsHaveMoved(AlarmHasMoved[] Moves);

/// <summary>
/// Begins the alert of an incident that an alarm raised, where the company's rules have it wake people, and ends it when there is nothing left
/// to alert of. Both follow from what is true of incident and alert now, so that a message that comes twice, late or after a crash alerts
/// nobody a second time.
/// </summary>
[WolverineHandler]
public sealed class FollowAlarm(
    AlertCarrier carrier,
    AlertPaths paths,
    StandingAlarmRules rules,
    TimeProvider clock,
    IOptions<AlertOptions> options
)
{
    /// <summary>After so long nobody is woken by a message that was held up: the incident stands among the open ones.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    public Task Handle(AlarmHasMoved moved, Envelope delivery, CancellationToken token) => Follow([moved], delivery, token);

    public Task Handle(AlarmsHaveMoved moved, Envelope delivery, CancellationToken token) => Follow(moved.Moves, delivery, token);

    private async Task Follow(AlarmHasMoved[] moves, Envelope delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var now = Clock.Now(clock);
        var (order, book) = (await paths.At(realm, now, token), await rules.Now(realm, token));
        foreach (var moved in moves)
        {
            await Follow(realm, moved, order, book, now - moved.At > Stale, token);
        }
    }

    private Task Follow(Realm realm, AlarmHasMoved moved, AlertOrder order, AlarmRuleBook book, bool isStale, CancellationToken token) =>
        carrier.Carry(
            realm,
            moved.IncidentId,
            $"{moved.IncidentId}",
            (alert, incident, at) =>
                Decide(alert, incident, moved.IncidentId, order, book.Apply(incident, moved.At), options.Value.DueFrom(at), isStale),
            token
        );

    /// <param name="rule">That holds for the incident as it stands with its last alarm; one that was judged before keeps its verdict.</param>
    public static Outcome Decide(Alert alert, Incident incident, Guid id, AlertOrder order, AppliedRule rule, AlertDue due, bool isStale) =>
        alert.IsCalling && Settling(alert, incident) is { } settled ? Outcome.Happened(settled)
        : isStale || Over(incident) is not null ? Outcome.Nothing
        : alert.IsCalling || !IsDue(alert, incident) ? Inform(alert, incident, order, rule)
        : Judge(alert, incident, id, order, alert.Rule is { } judged && judged.Alarm == rule.Alarm ? judged : rule, due);

    private static Outcome Judge(Alert alert, Incident incident, Guid id, AlertOrder order, AppliedRule rule, AlertDue due) =>
        rule.Verdict != AlarmVerdict.Log || IsOurs(incident) ? Raise(alert, incident, id, order, rule, due)
        : alert.Rule == rule ? Outcome.Nothing
        : Outcome.Happened(new AlarmLogged(id, rule));

    /// <summary>Why a calling alert need call nobody any more: it is over, or whoever handles the incident has it. Null while it must.</summary>
    internal static IDomainEvent? Settling(Alert alert, Incident incident) =>
        Over(incident) is { } why
            ? new AlertEnded(alert.Incident, why, why is AlertEnd.Closed or AlertEnd.RaisedToCrisis ? incident.Handler : null)
        : incident.Handler is { } handler ? new AlertAcknowledged(alert.Incident, handler)
        : null;

    /// <summary>Why nobody needs to be alerted of an incident (any more).</summary>
    internal static AlertEnd? Over(Incident incident) =>
        // Opened again by its sender, it is nobody's: the crisis may be over.
        !incident.Crises.IsEmpty && incident is not { Handler: null, ReopenedAt: not null }
            ? AlertEnd.RaisedToCrisis
        : incident.Closed ? AlertEnd.Closed
        : incident.Cancelled ? AlertEnd.Cancelled
        // As with a cancellation: what our own people have seen is for them to end.
        : incident is { Passed: AlarmPassed.Past or AlarmPassed.AllClear, Verified: not true } ? AlertEnd.Passed
        : null;

    /// <summary>
    /// An alarm raised it, not our own people, and nobody was alerted: or it was over and its sender has opened it again. A cancellation of
    /// what we verified wakes nobody.
    /// </summary>
    private static bool IsDue(Alert alert, Incident incident) =>
        incident is { Open: true, CancelledBySender: false, Passed: null, Alarms.IsEmpty: false }
        && alert.Status switch
        {
            AlertStatus.None => true,
            AlertStatus.Ended => BeginsAnew(alert, incident),
            // Whoever had it had what is over.
            AlertStatus.Acknowledged => incident.ReopenedAt > alert.SettledAt,
            _ => false,
        };

    /// <summary>What one of ours ended is called again only when it has become graver since, and what one of ours handles not at all.</summary>
    private static bool BeginsAnew(Alert alert, Incident incident) =>
        alert.End == AlertEnd.ByPerson
            ? AlertOrigin.Of(incident).Weight > (alert.Origin?.Weight ?? AlertWeight.Usual)
            : incident.Handler is null;

    /// <summary>What one of ours has seen, or handles, is no message any more: no rule logs it away.</summary>
    private static bool IsOurs(Incident incident) => incident.Verified == true || incident.Handler is not null;

    /// <summary>Whoever brought it in is not told of it; on duty they have it, and so has whoever handles it already.</summary>
    private static Outcome Raise(Alert alert, Incident incident, Guid id, AlertOrder order, AppliedRule rule, AlertDue due)
    {
        var path = order.PathFor(incident);
        var holder = incident.Handler ?? order.OnDuty.Cast<PersonId?>().FirstOrDefault(p => incident.IsOf(p!.Value));
        var origin = AlertOrigin.Of(incident);
        var next = holder is { } has ? new AlertAcknowledged(id, has) : Alert.Next(id, path, alert.Alerted.Length + 1, due, origin);
        var raised = new AlertRaised(id, path, order.OnDuty.IsEmpty, rule.Verdict == AlarmVerdict.Log ? null : rule);
        return Informing(id, incident, order, rule, (next as OnCallAlerted)?.Person) is { } informed
            ? Outcome.Happened(raised, next, informed)
            : Outcome.Happened(raised, next);
    }

    /// <summary>A message that came while people were called already, or had it: who leads is told where it is the first that says so.</summary>
    private static Outcome Inform(Alert alert, Incident incident, AlertOrder order, AppliedRule rule) =>
        alert is { Status: AlertStatus.Waiting or AlertStatus.Exhausted or AlertStatus.Acknowledged, Informed: null, Rule: { } judged }
        && judged.Alarm != rule.Alarm
        && incident is { CancelledBySender: false, Passed: null }
        && order.Leaders.Take(1).All(leader => !alert.HasAsked(leader) && alert.AcknowledgedBy != leader)
        && Informing(alert.Incident, incident, order, rule, first: null) is { } informed
            ? Outcome.Happened(informed)
            : Outcome.Nothing;

    /// <summary>Nobody is told beside the path of what they are called about first, brought in, or handle.</summary>
    /// <param name="first">Who is called first; null where nobody is.</param>
    private static LeaderInformed? Informing(Guid id, Incident incident, AlertOrder order, AppliedRule rule, PersonId? first) =>
        rule.Verdict == AlarmVerdict.CallAndInform
        && order.Leaders is [var leader, ..]
        && leader != first
        && leader != incident.Handler
        && !incident.IsOf(leader)
            ? new(id, leader, AlertOrigin.Of(incident), rule)
            : null;
}
