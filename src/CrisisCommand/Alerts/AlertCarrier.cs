using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Alerts;

/// <summary>Carries what our own messages decide about an alert, seen together with its incident.</summary>
public sealed class AlertCarrier(CommandHandler handler, TimeProvider clock)
{
    public async Task Carry(
        Realm realm,
        Guid incident,
        string cause,
        Func<Alert, Incident, DateTimeOffset, Outcome> decide,
        CancellationToken token
    )
    {
        var envelope = Envelope.Internal(realm, clock, cause, cause);
        var handled = await handler
            .Carry(
                envelope,
                new Target(StreamKinds.Alert, Alert.StreamOf(incident), MayBeNew: true),
                (alert, others) =>
                    others[0] is { } known ? decide(alert.State<Alert>(), known.State<Incident>(), envelope.Now) : Outcome.Nothing,
                [new Target(StreamKinds.Incident, incident)],
                null,
                token
            )
            .ConfigureAwait(false);
        if (handled is Handled.Refused(var refusal, _))
        {
            // The queue tries again: only contention refuses here.
            throw new InvalidOperationException($"The alert of the incident {incident} could not be carried on: {refusal.Code}");
        }
    }
}
