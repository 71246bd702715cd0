using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications;

/// <summary>A fact may be one that somebody is to be told of.</summary>
/// <param name="Stream">The crisis, the alert of an incident, or what a right or a plan stands in.</param>
/// <param name="Version">Of the fact in it.</param>
public sealed record NoticesMayBeWanted(Guid Stream, long Version);

/// <summary>Composes the notices that a fact calls for, each once, and has them sent.</summary>
[WolverineHandler]
public sealed class ComposeNotices(Journals journals, OwnWork work, ConcernReading concerns, TimeProvider clock)
{
    public async Task Handle(NoticesMayBeWanted message, Envelope delivery, IMessageBus bus, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var facts = await journals.Facts(realm, message.Stream, message.Version, message.Version, token);
        if (facts is not [{ } fact])
        {
            return;
        }

        var isAccess = AccessNews.Causes.Contains(fact.Event.GetType());
        var cause = await concerns.Of(realm, message.Stream, fact, token);
        foreach (var wanted in await Wanted(realm, message.Stream, fact, cause.Concern, token))
        {
            var id = Notice.StreamOf(fact.EventId, wanted.Person);
            var composed = wanted.Composed(fact, cause) with { CauseStream = isAccess ? message.Stream : null };
            await Begin(realm, id, composed, token);
            // Also where it was composed before: the node may have died in between.
            await bus.PublishAsync(new NoticeDue(id), new DeliveryOptions { TenantId = realm.Name });
        }
    }

    private async Task<IEnumerable<NoticeWanted>> Wanted(Realm realm, Guid stream, Fact fact, Concern concern, CancellationToken token)
    {
        if (AccessNews.Causes.Contains(fact.Event.GetType()))
        {
            var leaders = await AccessNews.Leaders(journals, realm, stream, fact, token);
            return AccessNews.WantedBy(fact, leaders, concern.Klo, Clock.Now(clock));
        }

        return NoticePurposes.WantedBy(fact, concern, Clock.Now(clock)).Where(w => !Audiences.IsTelling(w.Purpose));
    }

    private Task Begin(Realm realm, Guid id, NoticeComposed composed, CancellationToken token) =>
        work.Do(
            realm,
            composed.Cause.ToString(),
            new Target(StreamKinds.Notice, id, MayBeNew: true),
            (s, _) => s.Exists ? Outcome.Nothing : Outcome.Happened(composed),
            token
        );
}
