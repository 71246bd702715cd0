using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>Carries what our own messages decide about an alert, seen together with its incident.</summary>
public sealed class AlertCarrier(OwnWork work)
{
    public Task Carry(
        Realm realm,
        Guid incident,
        string cause,
        Func<Alert, Incident, DateTimeOffset, Outcome> decide,
        CancellationToken token
    ) =>
        work.Do(
            realm,
            cause,
            new Target(StreamKinds.Alert, Alert.StreamOf(incident), MayBeNew: true),
            (alert, others, now) => others[0] is { } known ? decide(alert.State<Alert>(), known.State<Incident>(), now) : Outcome.Nothing,
            [new Target(StreamKinds.Incident, incident)],
            token
        );
}
