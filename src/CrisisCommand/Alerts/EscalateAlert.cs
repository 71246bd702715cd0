using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Alerts;

/// <summary>The time in which a person was to acknowledge is over. Stored until then, so that it comes also when every node was restarted.</summary>
public sealed record AlertFallsDue(Guid IncidentId, int Step);

/// <summary>The same of several alerts of one flood, which is one timer and not as many as there were alarms.</summary>
public sealed record AlertsFallDue(AlertFallsDue[] Alerts);

/// <summary>
/// Whoever stayed silent is followed by the next on the path, as it is then: who has come on duty meanwhile is asked, who has gone off is not. A
/// step that has been settled meanwhile is left as it is.
/// </summary>
[WolverineHandler]
public sealed class EscalateAlert(AlertCarrier carrier, AlertPaths paths, TimeProvider clock, IOptions<AlertOptions> options)
{
    public Task Handle(AlertsFallDue due, Envelope delivery, CancellationToken token) => Escalate(due.Alerts, delivery, token);

    public Task Handle(AlertFallsDue due, Envelope delivery, CancellationToken token) => Escalate([due], delivery, token);

    private async Task Escalate(AlertFallsDue[] alerts, Envelope delivery, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var order = await paths.At(realm, Clock.Now(clock), token);
        foreach (var due in alerts)
        {
            await carrier.Carry(
                realm,
                due.IncidentId,
                $"{due.IncidentId}/{due.Step}",
                (alert, incident, at) => Decide(alert, incident, due.Step, order, options.Value.DueFrom(at)),
                token
            );
        }
    }

    public static Outcome Decide(Alert alert, Incident incident, int step, AlertOrder order, AlertDue due) =>
        alert.Asked is not { } asked || asked.Step != step ? Outcome.Nothing
        // The incident may have ended a moment ago, and the message that says so still be on its way.
        : FollowAlarm.Settling(alert, incident) is { } settled ? Outcome.Happened(settled)
        : Outcome.Happened(
            new AlertUnanswered(alert.Incident, asked.Person, step),
            Alert.Next(alert.Incident, alert.NotAsked(order.PathFor(incident)), alert.Alerted.Length + 1, due, AlertOrigin.Of(incident))
        );
}
