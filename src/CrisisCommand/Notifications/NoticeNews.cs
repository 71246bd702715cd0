using CrisisCommand.Alerts;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CrisisCommand.Notifications;

/// <summary>
/// Follows the facts that make us tell somebody something, or that make it needless, and leaves a message for each: stored in the
/// transaction that moves the subscription on.
/// </summary>
public sealed class NoticeNews : BatchSubscription
{
    public NoticeNews()
        : base("notice-news")
    {
        foreach (
            var type in Audiences
                .OfNotices.Concat(AccessNews.Causes)
                .Concat(NoticePurposes.Settlers)
                .Concat([typeof(AlertTold), typeof(AlertsHeldBack)])
        )
        {
            IncludeType(type);
        }
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
            foreach (var (message, at) in facts.SelectMany(f => NewsOf(f.StreamId, f.Fact)).Concat(Gathered(facts)))
            {
                var options = new DeliveryOptions { TenantId = realm.Key, ScheduledTime = at };
                await bus.PublishAsync(message, options);
            }

            foreach (
                var settled in facts.Where(f => NoticePurposes.Settlers.Contains(f.Fact.Event.GetType())).Select(f => f.StreamId).Distinct()
            )
            {
                await bus.PublishAsync(new NoticesMayBeOver(settled), new DeliveryOptions { TenantId = realm.Key });
            }
        }
    }

    /// <summary>What follows from one fact, and when.</summary>
    private static IEnumerable<(object Message, DateTimeOffset? At)> NewsOf(Guid stream, Fact fact) =>
        fact.Event switch
        {
            // One of many, perhaps: taken together below.
            OnCallAlerted { Origin: not null } or LeaderInformed => [],
            AlertTold told => [(new NoticesMayBeWanted(Alert.StreamOf(told.Alert.Incident), told.Alert.Version), null)],
            AlertsHeldBack { Opens: true } held => [(new SummaryDue(held.Sender, held.Person, held.Weight, held.Until), held.Until)],
            AlertMessagesBounded bounded =>
            [
                (new NoticesMayBeWanted(stream, fact.Version), null),
                (new SummaryDue(bounded.Sender, bounded.Person, bounded.Weight, bounded.Until), bounded.Until),
            ],
            var caused when Audiences.OfNotices.Contains(caused.GetType()) => [(new NoticesMayBeWanted(stream, fact.Version), null)],
            // What the start itself registers is told to nobody, and leaves no message for each of its persons.
            var right when AccessNews.Causes.Contains(right.GetType()) && fact.By != PersonId.System =>
            [
                (new NoticesMayBeWanted(stream, fact.Version), null),
            ],
            _ => [],
        };

    /// <summary>Alarms of one sender that alerted one person are one piece of news, however many they are.</summary>
    private static IEnumerable<(object Message, DateTimeOffset? At)> Gathered(IEnumerable<(Guid Stream, Fact Fact)> facts) =>
        from fact in facts.Select(f => f.Fact)
        let alert = AlertOf(fact)
        where alert.Told is not null
        group (fact.EventId, alert.Told) by (alert.Sender, alert.Person, alert.Weight) into news
        let batch = news.First().EventId
        let told = news.Select(n => n.Told).ToArray()
        select ((object)new AlertsToTell(batch, news.Key.Sender, news.Key.Person, news.Key.Weight, told), (DateTimeOffset?)null);

    private static (PersonId Sender, PersonId Person, AlertWeight Weight, PersonsAlert? Told) AlertOf(Fact fact) =>
        fact.Event switch
        {
            OnCallAlerted { Origin: { } origin } e => (origin.Sender, e.Person, origin.Weight, new(e.Incident, fact.Version, origin.Kind)),
            LeaderInformed { Origin: var origin } e => (
                origin.Sender,
                e.Person,
                AlertWeight.Information,
                new(e.Incident, fact.Version, origin.Kind)
            ),
            _ => default,
        };
}
