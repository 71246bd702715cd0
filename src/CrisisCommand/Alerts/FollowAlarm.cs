using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Microsoft.Extensions.Options;
using Wolverine.Attributes;
using Delivery = Wolverine.Envelope;

namespace CrisisCommand.Alerts;

/// <summary>Something happened to an incident that may begin its alert, or end it.</summary>
/// <param name="At">When it was recorded.</param>
public sealed record AlarmHasMoved(Guid IncidentId, DateTimeOffset At);

/// <summary>
/// Begins the alert of an incident that an alarm raised, and ends it when there is nothing left to alert of. Both follow from what is true
/// of incident and alert now, so that a message that comes twice, late or after a crash alerts nobody a second time.
/// </summary>
[WolverineHandler]
public sealed class FollowAlarm(AlertCarrier carrier, AlertPaths paths, TimeProvider clock, IOptions<AlertOptions> options)
{
    /// <summary>After so long nobody is woken by a message that was held up: the incident stands among the open ones.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    public async Task Handle(AlarmHasMoved moved, Delivery delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var now = Clock.Now(clock);
        var order = await paths.At(realm, now, token).ConfigureAwait(false);
        var isStale = now - moved.At > Stale;
        await carrier
            .Carry(
                realm,
                moved.IncidentId,
                $"{moved.IncidentId}",
                (alert, incident, at) => Decide(alert, incident, moved.IncidentId, order, at + options.Value.AnswerWithin, isStale),
                token
            )
            .ConfigureAwait(false);
    }

    public static Outcome Decide(Alert alert, Incident incident, Guid id, AlertOrder order, DateTimeOffset answerBy, bool isStale) =>
        Over(incident) is { } why
            ? alert.Status is AlertStatus.Waiting or AlertStatus.Exhausted
                ? Outcome.Happened(new AlertEnded(id, why))
                : Outcome.Nothing
            : IsDue(alert, incident) && !isStale
                ? Raise(alert, id, order, answerBy)
                : Outcome.Nothing;

    /// <summary>Why nobody needs to be alerted of an incident (any more).</summary>
    internal static AlertEnd? Over(Incident incident) =>
        !incident.Crises.IsEmpty ? AlertEnd.RaisedToCrisis
        : incident.Closed ? AlertEnd.Closed
        : incident.Cancelled ? AlertEnd.Cancelled
        : null;

    /// <summary>An alarm raised it, not our own people, and nobody was alerted: or it was over and its sender has opened it again.</summary>
    private static bool IsDue(Alert alert, Incident incident) =>
        incident.Open && !incident.Alarms.IsEmpty && alert.Status is AlertStatus.None or AlertStatus.Ended;

    private static Outcome Raise(Alert alert, Guid id, AlertOrder order, DateTimeOffset answerBy) =>
        Outcome.Happened(
            new AlertRaised(id, order.Path, order.OnDuty.IsEmpty),
            Alert.Next(id, order.Path, alert.Alerted.Length + 1, answerBy)
        );
}
