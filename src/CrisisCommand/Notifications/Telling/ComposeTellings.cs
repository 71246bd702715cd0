using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications.Telling;

/// <summary>A fact of a crisis may concern somebody who waits for nothing.</summary>
/// <param name="Version">Of the fact in the crisis.</param>
public sealed record TellingMayBeWanted(Guid Stream, long Version);

/// <summary>An alarm's newest message may concern whoever has its incident. A queue of its own: a flood of alarms holds up nothing of a crisis.</summary>
/// <param name="Version">Of the fact in the incident.</param>
public sealed record TurnMayBeTold(Guid Stream, long Version);

/// <summary>A telling that a fact makes, and what becomes of it where the receiver may do without.</summary>
/// <param name="Told">How many the person has had within the hour.</param>
/// <param name="Most">How many they get.</param>
public sealed record WantedTelling(NoticeComposed Composed, Mute Mute, int Told, int Most)
{
    /// <summary>Composed once. What is spared the person is a fact as well: it stands among the notices, and why it was not sent.</summary>
    public Outcome Decide(Notice notice, DateTimeOffset now) =>
        notice.ComposedAt != default ? Outcome.Nothing
        : Audiences.UrgencyOf(Composed.Purpose) != Urgency.Mentioned ? Outcome.Happened(Composed)
        : Mute.Covers(now) ? Outcome.Happened(Composed, new NoticeEnded(NoticeEnding.Muted))
        : Told >= Most ? Outcome.Happened(Composed, new NoticeEnded(NoticeEnding.Bounded))
        : Outcome.Happened(Composed with { IsLast = Told == Most - 1 });
}

/// <summary>Composes what a fact makes us tell, each once, and has it sent.</summary>
[WolverineHandler]
public sealed class ComposeTellings(
    Journals journals,
    OwnWork work,
    ConcernReading concerns,
    TellingLoad load,
    NoticeLimits limits,
    TimeProvider clock
)
{
    public Task Handle(TellingMayBeWanted message, Envelope delivery, IMessageBus bus, CancellationToken token) =>
        Tell(message.Stream, message.Version, new Realm(delivery.TenantId!), bus, token);

    public Task Handle(TurnMayBeTold message, Envelope delivery, IMessageBus bus, CancellationToken token) =>
        Tell(message.Stream, message.Version, new Realm(delivery.TenantId!), bus, token);

    private async Task Tell(Guid stream, long version, Realm realm, IMessageBus bus, CancellationToken token)
    {
        if (await journals.Facts(realm, stream, version, version, token) is not [{ } fact])
        {
            return;
        }

        var cause = await concerns.Of(realm, stream, fact, token);
        foreach (var wanted in NoticePurposes.WantedBy(fact, cause.Concern, Clock.Now(clock)).Where(w => Audiences.IsTelling(w.Purpose)))
        {
            var id = Notice.StreamOf(fact.EventId, wanted.Person);
            await Begin(realm, id, wanted.Composed(fact, cause), token);
            // Also where it was composed before: the node may have died in between.
            await bus.PublishAsync(new TellingDue(id), new DeliveryOptions { TenantId = realm.Name });
        }
    }

    private async Task Begin(Realm realm, Guid id, NoticeComposed composed, CancellationToken token)
    {
        var told = await load.Of(realm, composed, Clock.Now(clock), token);
        var person = await journals.Known(realm, StreamKinds.Person, Person.StreamOf(composed.Person), refresh: true, token);
        var telling = new WantedTelling(composed, person.State<Mute>(), told, limits.Mentions);
        await work.Do(
            realm,
            composed.Cause.ToString(),
            new Target(StreamKinds.Notice, id, MayBeNew: true),
            (s, now) => telling.Decide(s.State<Notice>(), now),
            token
        );
    }
}
