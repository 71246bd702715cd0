using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using Wolverine;
using Wolverine.Attributes;
using Message = Wolverine.Envelope;

namespace CrisisCommand.Notifications;

/// <summary>A fact may be one that somebody is to be told of.</summary>
/// <param name="Stream">The crisis, or the alert of an incident.</param>
/// <param name="Version">Of the fact in it.</param>
public sealed record NoticesMayBeWanted(Guid Stream, long Version);

/// <summary>Composes the notices that a fact calls for, each once, and has them sent.</summary>
[WolverineHandler]
public sealed class ComposeNotices(Journals journals, CommandHandler handler, TimeProvider clock)
{
    public async Task Handle(NoticesMayBeWanted message, Message delivery, IMessageBus bus, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        var facts = await journals.Facts(realm, message.Stream, message.Version, message.Version, token).ConfigureAwait(false);
        if (facts is not [{ } fact])
        {
            return;
        }

        var crisis = await journals.Load(realm, StreamKinds.Crisis, message.Stream, token).ConfigureAwait(false);
        var klo = crisis?.State<KloActivation>() ?? KloActivation.Initial;
        foreach (var wanted in NoticePurposes.WantedBy(fact, klo, Clock.Now(clock)))
        {
            var id = Notice.StreamOf(fact.EventId, wanted.Person);
            var composed = Composed(wanted, fact, crisis?.Id);
            await Begin(realm, id, composed, token).ConfigureAwait(false);
            // Also where it was composed before: the node may have died in between.
            await bus.PublishAsync(new NoticeDue(id), new DeliveryOptions { TenantId = realm.Name }).ConfigureAwait(false);
        }
    }

    private static NoticeComposed Composed(NoticeWanted wanted, Fact cause, Guid? crisis) =>
        new(
            wanted.Person,
            wanted.Purpose,
            cause.EventId,
            cause.Version,
            crisis,
            (cause.Event as OnCallAlerted)?.Incident,
            wanted.Function,
            wanted.AnswerBy
        );

    private async Task Begin(Realm realm, Guid id, NoticeComposed composed, CancellationToken token)
    {
        var cause = composed.Cause.ToString();
        var handled = await handler
            .Carry(
                Platform.Envelope.Internal(realm, clock, cause, cause),
                new Target(StreamKinds.Notice, id, MayBeNew: true),
                (s, _) => s.Exists ? Outcome.Nothing : Outcome.Happened(composed),
                [],
                null,
                token
            )
            .ConfigureAwait(false);
        if (handled is Handled.Refused(var refusal, _))
        {
            // The queue tries again: only contention refuses here.
            throw new InvalidOperationException($"The notice {id} could not be composed: {refusal.Code}");
        }
    }
}
