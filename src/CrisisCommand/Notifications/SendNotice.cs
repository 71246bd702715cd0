using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform;
using Wolverine;
using Wolverine.Attributes;
using Message = Wolverine.Envelope;

namespace CrisisCommand.Notifications;

/// <summary>A notice is to be looked at: sent, sent again, passed on, or left alone.</summary>
public sealed record NoticeDue(Guid NoticeId);

/// <summary>
/// Takes the next step of a notice. The attempt is written before the provider is asked and its result after: of two messages only one
/// writes it, and a node that dies in between leaves an attempt without result, which is made again under the same id.
/// </summary>
[WolverineHandler]
public sealed class SendNotice(
    Journals journals,
    CommandHandler handler,
    NoticeSending sending,
    NoticeSchedule schedule,
    TimeProvider clock
)
{
    public async Task Handle(NoticeDue due, Message delivery, IMessageBus bus, CancellationToken token)
    {
        var realm = new Realm(delivery.TenantId!);
        if (await journals.Load(realm, StreamKinds.Notice, due.NoticeId, token).ConfigureAwait(false) is not { } stream)
        {
            return;
        }

        var next = await Rule(realm, stream.State<Notice>(), token).ConfigureAwait(false);
        if (await Take(realm, stream, next, token).ConfigureAwait(false) is { } again)
        {
            DateTimeOffset? later = again > clock.GetUtcNow() ? again : null;
            await bus.PublishAsync(due, new DeliveryOptions { TenantId = realm.Name, ScheduledTime = later }).ConfigureAwait(false);
        }
    }

    /// <summary>The rule with what it needs of the crisis and the person, as they stand now.</summary>
    private async Task<Func<Notice, DateTimeOffset, NoticeStep>> Rule(Realm realm, Notice notice, CancellationToken token)
    {
        var crisis = notice.CrisisId is { } id ? await journals.Load(realm, StreamKinds.Crisis, id, token).ConfigureAwait(false) : null;
        var klo = crisis?.State<KloActivation>() ?? KloActivation.Initial;
        var alert = notice.IncidentId is { } incident
            ? (await journals.Load(realm, StreamKinds.Alert, Alert.StreamOf(incident), token).ConfigureAwait(false))?.State<Alert>()
            : null;
        var person = await journals.Load(realm, StreamKinds.Person, Person.StreamOf(notice.Person), token).ConfigureAwait(false);
        var reach = sending.Channels.Reach(realm, person?.State<Person>());
        return (n, now) => n.Next(reach, NoticePurposes.EndingOf(n, klo, alert ?? Alert.Initial, now), schedule, now);
    }

    /// <returns>When to look again; null: there is nothing more to do.</returns>
    private async Task<DateTimeOffset?> Take(
        Realm realm,
        StreamSnapshot stream,
        Func<Notice, DateTimeOffset, NoticeStep> next,
        CancellationToken token
    )
    {
        var (notice, now) = (stream.State<Notice>(), Clock.Now(clock));
        var step = next(notice, now);
        Task<bool> Append(IDomainEvent happened) =>
            Record(realm, stream.Id, n => next(n, now) == step ? Outcome.Happened(happened) : Outcome.Nothing, token);

        Task? work = step switch
        {
            NoticeStep.End end => Append(new NoticeEnded(end.Why)),
            NoticeStep.PassToOperator pass => Append(new NoticePassedToOperator(pass.Reason)),
            NoticeStep.Attempt attempt => First(realm, stream.Id, notice, attempt, Append, now, token),
            NoticeStep.Repeat(var lost) => Make(
                realm,
                stream.Id,
                notice,
                lost,
                () => Append(new NoticeAttemptRepeated(lost.Channel, lost.Number)),
                token
            ),
            _ => null,
        };
        if (work is null)
        {
            return (step as NoticeStep.Wait)?.Until;
        }

        await work.ConfigureAwait(false);
        return now;
    }

    private async Task First(
        Realm realm,
        Guid id,
        Notice notice,
        NoticeStep.Attempt step,
        Func<IDomainEvent, Task<bool>> append,
        DateTimeOffset now,
        CancellationToken token
    )
    {
        var (channel, to) = step.Target;
        var text = await sending.Text(realm, notice, channel, token).ConfigureAwait(false);
        var begun = new NoticeAttempted(channel, step.Number, to, text);
        await Make(realm, id, notice, new(channel, step.Number, to, text, now), () => append(begun), token).ConfigureAwait(false);
    }

    /// <param name="begin">Writes that it is being made; false where somebody else was first.</param>
    private async Task Make(Realm realm, Guid id, Notice notice, NoticeAttempt attempt, Func<Task<bool>> begin, CancellationToken token)
    {
        if (!await begin().ConfigureAwait(false))
        {
            return;
        }

        var result = await sending.Send(realm, id, notice, attempt, token).ConfigureAwait(false);
        var (channel, number) = (attempt.Channel, attempt.Number);
        IDomainEvent happened = result switch
        {
            Delivery.Accepted accepted => new NoticeAccepted(channel, number, accepted.Reference),
            Delivery.Failed(var reason, var status, var asked) => new NoticeFailed(
                channel,
                number,
                reason,
                status,
                schedule.RetryAt(number, reason, asked, Clock.Now(clock))
            ),
            _ => new NoticeRecorded(channel, number),
        };
        await Record(
                realm,
                id,
                n =>
                    n.Pending is { } open && open.Target == attempt.Target && open.Number == number
                        ? Outcome.Happened(happened)
                        : Outcome.Nothing,
                token
            )
            .ConfigureAwait(false);
    }

    /// <returns>Whether it was this call that appended.</returns>
    private async Task<bool> Record(Realm realm, Guid id, Func<Notice, Outcome> decide, CancellationToken token)
    {
        var happened = false;
        var handled = await handler
            .Carry(
                Platform.Envelope.Internal(realm, clock, id.ToString(), id.ToString()),
                new Target(StreamKinds.Notice, id),
                (s, _) =>
                {
                    var outcome = decide(s.State<Notice>());
                    happened = outcome.Events.Length > 0;
                    return outcome;
                },
                [],
                null,
                token
            )
            .ConfigureAwait(false);
        // The queue tries again: only contention refuses here.
        return handled is Handled.Refused(var refusal, _)
            ? throw new InvalidOperationException($"The notice {id} could not be written: {refusal.Code}")
            : happened;
    }
}
