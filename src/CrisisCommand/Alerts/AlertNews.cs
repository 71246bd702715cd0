using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Alerts;

/// <summary>
/// The durable subscription behind the alerts: what happens to incidents is looked at, and for each person alerted a message is stored that
/// falls due when their time is over. Messages are stored in the transaction that moves the subscription on.
/// </summary>
public sealed class AlertNews : BatchSubscription
{
    /// <summary>How many of a flood one message carries: it is done within the second.</summary>
    private const int Batch = 50;

    private readonly AlarmRate _rate = new();

    public AlertNews()
        : base("alert-path")
    {
        IncludeType(typeof(AlarmReceived));
        IncludeType(typeof(AlarmUpdated));
        IncludeType(typeof(AlarmCancelled));
        IncludeType(typeof(IncidentRaisedToCrisis));
        IncludeType(typeof(IncidentClosed));
        IncludeType(typeof(IncidentVerified));
        IncludeType(typeof(IncidentRefuted));
        IncludeType(typeof(IncidentAssessed));
        IncludeType(typeof(IncidentReportAdded));
        IncludeType(typeof(IncidentMarkedDuplicate));
        IncludeType(typeof(OnCallAlerted));
        IncludeType(typeof(AlertExhausted));
    }

    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        foreach (var realm in page.Events.GroupBy(e => e.TenantId))
        {
            var facts = realm.Select(e => (e.StreamId, Fact: StoredFacts.FactOf(e))).ToList();
            await Follow(realm.Key, [.. facts.Where(f => Moves(f.Fact.Event))], bus);
            await Time(realm.Key, [.. facts.Select(f => f.Fact).Where(f => IsTurn(f.Event))], bus);
            await GoOn(realm.Key, facts.Select(f => f.Fact), bus);
        }
    }

    /// <summary>Has incidents looked at: those of a flood by the fifty, behind everybody else's.</summary>
    private async Task Follow(string realm, List<(Guid Incident, Fact Fact)> facts, IMessageBus bus)
    {
        var moves = facts.ToLookup(f => IsFlood(realm, f.Fact), f => new AlarmHasMoved(f.Incident, f.Fact.RecordedAt));
        foreach (var moved in moves[false])
        {
            await bus.PublishAsync(moved, new DeliveryOptions { TenantId = realm });
        }

        foreach (var flood in moves[true].Chunk(Batch))
        {
            await bus.PublishAsync(new AlarmsHaveMoved(flood), new DeliveryOptions { TenantId = realm });
        }
    }

    /// <summary>Sets the timers: those of a flood that end within the same second are one.</summary>
    private async Task Time(string realm, List<Fact> facts, IMessageBus bus)
    {
        var alerted = facts.ToLookup(f => IsFlood(realm, f), f => (OnCallAlerted)f.Event);
        foreach (var one in alerted[false])
        {
            await Set(new AlertFallsDue(one.Incident, one.Step), one.AnswerBy);
        }

        foreach (var second in alerted[true].GroupBy(a => a.AnswerBy.ToUnixTimeSeconds()))
        {
            foreach (var flood in second.Chunk(Batch))
            {
                var due = flood.Select(a => new AlertFallsDue(a.Incident, a.Step)).ToArray();
                await Set(new AlertsFallDue(due), flood.Max(a => a.AnswerBy));
            }
        }

        ValueTask Set(object timer, DateTimeOffset at) =>
            bus.PublishAsync(timer, new DeliveryOptions { TenantId = realm, ScheduledTime = at });
    }

    /// <summary>What nobody on the path has taken rings a wider circle now, and goes through the path again later.</summary>
    private static async Task GoOn(string realm, IEnumerable<Fact> facts, IMessageBus bus)
    {
        foreach (var fact in facts)
        {
            if (fact.Event is AlertExhausted { Incident: var incident, RepeatsAt: { } again })
            {
                await bus.PublishAsync(new AlertWidens(incident, AlertCircle.Operators), new DeliveryOptions { TenantId = realm });
                var later = new DeliveryOptions { TenantId = realm, ScheduledTime = again };
                await bus.PublishAsync(new AlertRepeats(incident, fact.Version), later);
            }
        }
    }

    private bool IsFlood(string realm, Fact fact) =>
        fact.Event switch
        {
            OnCallAlerted { Origin: { } origin } alerted => _rate.IsFlood(realm, origin, alerted.Person, fact.RecordedAt),
            AlarmReceived received => IsFlood(realm, fact, received.Alarm),
            AlarmUpdated updated => IsFlood(realm, fact, updated.Alarm),
            AlarmCancelled cancelled => IsFlood(realm, fact, cancelled.Alarm),
            _ => false,
        };

    private bool IsFlood(string realm, Fact fact, Alarm alarm) =>
        _rate.IsFlood(realm, new(fact.By, AlertOrigin.WeightOf(alarm.Severity, alarm.Kind), alarm.Kind), receiver: null, fact.RecordedAt);

    /// <summary>Drills, tests and drafts are logged and wake nobody.</summary>
    private static bool Moves(IDomainEvent happened) =>
        happened is not (OnCallAlerted or AlertExhausted or AlarmReceived { Actionable: false });

    /// <summary>Whoever is rung beside the path keeps nobody waiting.</summary>
    private static bool IsTurn(IDomainEvent happened) => happened is OnCallAlerted { Role: not (AlertRole.Operator or AlertRole.Member) };
}
