using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Options;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Alerts;

/// <summary>Who is rung beside the path of an alert that nobody has taken.</summary>
public enum AlertCircle
{
    /// <summary>Who runs the system: at once.</summary>
    Operators,

    /// <summary>Everybody whom the plan names: when the operators have had their time.</summary>
    Klo,
}

/// <summary>An alert came to the end of its path: a wider circle is to be rung. Stored until then.</summary>
public sealed record AlertWidens(Guid IncidentId, AlertCircle Circle);

/// <summary>
/// Rings a wider circle, all of them at once, about an alert that nobody on its path has taken. Nobody twice in a round, so that a message
/// that comes twice rings nobody again.
/// </summary>
[WolverineHandler]
public sealed class WidenAlert(
    AlertCarrier carrier,
    AlertPaths paths,
    UntakenAlerts untaken,
    TimeProvider clock,
    IOptions<AlertOptions> options
)
{
    public async Task Handle(AlertWidens widens, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        if (await untaken.IsBehind(realm, widens.IncidentId, token))
        {
            return;
        }

        var persons = await paths.Of(realm, widens.Circle, token);
        await carrier.Carry(
            realm,
            widens.IncidentId,
            $"{widens.IncidentId}/{widens.Circle}",
            (alert, incident, at) => Decide(alert, incident, widens.Circle, persons, options.Value.DueFrom(at).AnswerBy),
            token
        );
        if (widens.Circle == AlertCircle.Operators)
        {
            // Where nobody runs the system there is nobody to wait for.
            DateTimeOffset? then = persons.Count == 0 ? null : Clock.Now(clock) + options.Value.AnswerWithin;
            var later = new DeliveryOptions { TenantId = realm.Name, ScheduledTime = then };
            await bus.PublishAsync(widens with { Circle = AlertCircle.Klo }, later);
        }
    }

    public static Outcome Decide(
        Alert alert,
        Incident incident,
        AlertCircle circle,
        IReadOnlyList<PersonId> persons,
        DateTimeOffset answerBy
    ) =>
        alert.Status != AlertStatus.Exhausted ? Outcome.Nothing
        : FollowAlarm.Settling(alert, incident) is { } settled ? Outcome.Happened(settled)
        : Ring([.. persons.Where(p => !alert.HasAsked(p) && !incident.IsOf(p))], alert, incident, circle, answerBy);

    private static Outcome Ring(PersonId[] persons, Alert alert, Incident incident, AlertCircle circle, DateTimeOffset answerBy)
    {
        var (role, origin) = (circle == AlertCircle.Operators ? AlertRole.Operator : AlertRole.Member, AlertOrigin.Of(incident));
        return persons.Length == 0
            ? Outcome.Nothing
            : Outcome.Happened(
                persons.Select((p, n) => new OnCallAlerted(alert.Incident, p, role, alert.Alerted.Length + n + 1, answerBy, origin))
            );
    }
}
