using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Alerts;

/// <summary>Nobody has taken an alert, and its path is to be gone through again. Stored until then.</summary>
/// <param name="ExhaustedIn">The version of the fact that it came to its end: what came twice, or of an earlier round, does nothing.</param>
public sealed record AlertRepeats(Guid IncidentId, long ExhaustedIn);

/// <summary>Goes through the path again, as it is now: so long as nobody takes it, an alarm does not end in silence.</summary>
[WolverineHandler]
public sealed class RepeatAlert(
    AlertCarrier carrier,
    AlertPaths paths,
    UntakenAlerts untaken,
    TimeProvider clock,
    IOptions<AlertOptions> options
)
{
    public async Task Handle(AlertRepeats repeats, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var (realm, now) = (new Realm(delivery.TenantId!), Clock.Now(clock));
        if (await untaken.IsBehind(realm, repeats.IncidentId, token))
        {
            var later = new DeliveryOptions { TenantId = realm.Name, ScheduledTime = options.Value.DueFrom(now).RepeatsAt };
            await bus.PublishAsync(repeats, later);
            return;
        }

        var order = await paths.At(realm, now, token);
        await carrier.Carry(
            realm,
            repeats.IncidentId,
            $"{repeats.IncidentId}/{repeats.ExhaustedIn}",
            (alert, incident, at) => Decide(alert, incident, repeats.ExhaustedIn, order, options.Value.DueFrom(at)),
            token
        );
    }

    public static Outcome Decide(Alert alert, Incident incident, long exhaustedIn, AlertOrder order, AlertDue due) =>
        alert.Status != AlertStatus.Exhausted || alert.RepeatsAt is null || alert.ExhaustedIn != exhaustedIn ? Outcome.Nothing
        : FollowAlarm.Settling(alert, incident) is { } settled ? Outcome.Happened(settled)
        : Outcome.Happened(
            new AlertRepeated(alert.Incident, alert.Round + 1, order.OnDuty.IsEmpty),
            Alert.Next(alert.Incident, order.PathFor(incident), alert.Alerted.Length + 1, due, AlertOrigin.Of(incident))
        );
}
