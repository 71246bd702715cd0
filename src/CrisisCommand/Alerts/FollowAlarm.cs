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
/// Begins the alert of an incident that an alarm raised, and ends it when there is nothing left to alert of. Both follow from what is true
/// of incident and alert now, so that a message that comes twice, late or after a crash alerts nobody a second time.
/// </summary>
[WolverineHandler]
public sealed class FollowAlarm(AlertCarrier carrier, AlertPaths paths, TimeProvider clock, IOptions<AlertOptions> options)
{
    /// <summary>After so long nobody is woken by a message that was held up: the incident stands among the open ones.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    public Task Handle(AlarmHasMoved moved, Envelope delivery, CancellationToken token) => Follow([moved], delivery, token);

    public Task Handle(AlarmsHaveMoved moved, Envelope delivery, CancellationToken token) => Follow(moved.Moves, delivery, token);

    private async Task Follow(AlarmHasMoved[] moves, Envelope delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var now = Clock.Now(clock);
        var order = await paths.At(realm, now, token);
        foreach (var moved in moves)
        {
            await Follow(realm, moved, order, now, token);
        }
    }

    private async Task Follow(Realm realm, AlarmHasMoved moved, AlertOrder order, DateTimeOffset now, CancellationToken token)
    {
        var isStale = now - moved.At > Stale;
        await carrier.Carry(
            realm,
            moved.IncidentId,
            $"{moved.IncidentId}",
            (alert, incident, at) => Decide(alert, incident, moved.IncidentId, order, options.Value.DueFrom(at), isStale),
            token
        );
    }

    public static Outcome Decide(Alert alert, Incident incident, Guid id, AlertOrder order, AlertDue due, bool isStale) =>
        alert.IsCalling ? (Settling(alert, incident) is { } settled ? Outcome.Happened(settled) : Outcome.Nothing)
        : Over(incident) is null && IsDue(alert, incident) && !isStale ? Raise(alert, incident, id, order, due)
        : Outcome.Nothing;

    /// <summary>Why a calling alert need call nobody any more: it is over, or whoever handles the incident has it. Null while it must.</summary>
    internal static IDomainEvent? Settling(Alert alert, Incident incident) =>
        Over(incident) is { } why
            ? new AlertEnded(alert.Incident, why, why is AlertEnd.Closed or AlertEnd.RaisedToCrisis ? incident.Handler : null)
        : incident.Handler is { } handler ? new AlertAcknowledged(alert.Incident, handler)
        : null;

    /// <summary>Why nobody needs to be alerted of an incident (any more).</summary>
    internal static AlertEnd? Over(Incident incident) =>
        !incident.Crises.IsEmpty ? AlertEnd.RaisedToCrisis
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

    /// <summary>Whoever brought it in is not told of it; on duty they have it, and so has whoever handles it already.</summary>
    private static Outcome Raise(Alert alert, Incident incident, Guid id, AlertOrder order, AlertDue due)
    {
        var path = order.PathFor(incident);
        var holder = incident.Handler ?? incident.RaisedBy.Cast<PersonId?>().FirstOrDefault(p => order.OnDuty.Contains(p!.Value));
        return Outcome.Happened(
            new AlertRaised(id, path, order.OnDuty.IsEmpty),
            holder is { } has
                ? new AlertAcknowledged(id, has)
                : Alert.Next(id, path, alert.Alerted.Length + 1, due, AlertOrigin.Of(incident))
        );
    }
}
