using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Microsoft.Extensions.Options;
using Wolverine.Attributes;
using Delivery = Wolverine.Envelope;

namespace CrisisCommand.Alerts;

/// <summary>The time in which a person was to acknowledge is over. Stored until then, so that it comes also when every node was restarted.</summary>
public sealed record AlertFallsDue(Guid IncidentId, int Step);

/// <summary>Whoever stayed silent is followed by the next on the path. A step that has been settled meanwhile is left as it is.</summary>
[WolverineHandler]
public sealed class EscalateAlert(AlertCarrier carrier, IOptions<AlertOptions> options)
{
    public Task Handle(AlertFallsDue due, Delivery delivery, CancellationToken token) =>
        carrier.Carry(
            new Realm(delivery.TenantId!),
            due.IncidentId,
            $"{due.IncidentId}/{due.Step}",
            (alert, incident, at) => Decide(alert, incident, due.Step, at + options.Value.AnswerWithin),
            token
        );

    public static Outcome Decide(Alert alert, Incident incident, int step, DateTimeOffset answerBy) =>
        alert.Asked is not { } asked || asked.Step != step ? Outcome.Nothing
        // The incident may have ended a moment ago, and the message that says so still be on its way.
        : FollowAlarm.Over(incident) is { } why ? Outcome.Happened(new AlertEnded(alert.Incident, why))
        : Outcome.Happened(
            new AlertUnanswered(alert.Incident, asked.Person, step),
            Alert.Next(alert.Incident, alert.Ahead, step + 1, answerBy)
        );
}
