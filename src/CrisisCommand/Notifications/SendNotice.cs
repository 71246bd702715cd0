using CrisisCommand.Alerts;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine;
using Wolverine.Attributes;

namespace CrisisCommand.Notifications;

/// <summary>A notice is to be looked at: sent, sent again, passed on, or left alone.</summary>
public sealed record NoticeDue(Guid NoticeId);

/// <summary>The same of what nobody waits for: in a queue of its own, so that no summons and no alarm waits behind it.</summary>
public sealed record TellingDue(Guid NoticeId);

/// <summary>
/// Takes the next step of a notice. The attempt is written before the provider is asked and its result after: of two messages only one
/// writes it, and a node that dies in between leaves an attempt without result, which is made again under the same id.
/// </summary>
[WolverineHandler]
public sealed class SendNotice(
    Journals journals,
    OwnWork work,
    NoticeSending sending,
    NoticeHolding holding,
    NoticeSchedule schedule,
    TimeProvider clock
)
{
    public Task Handle(NoticeDue due, Envelope delivery, IMessageBus bus, CancellationToken token) =>
        Step(due, due.NoticeId, new Realm(delivery.TenantId!), bus, token);

    public Task Handle(TellingDue due, Envelope delivery, IMessageBus bus, CancellationToken token) =>
        Step(due, due.NoticeId, new Realm(delivery.TenantId!), bus, token);

    private async Task Step(object due, Guid id, Realm realm, IMessageBus bus, CancellationToken token)
    {
        if (await journals.Load(realm, StreamKinds.Notice, id, token) is not { } stream)
        {
            return;
        }

        var next = await Rule(realm, stream.State<Notice>(), token);
        if (await Take(realm, stream, next, token) is { } again)
        {
            DateTimeOffset? later = again > clock.GetUtcNow() ? again : null;
            await bus.PublishAsync(due, new DeliveryOptions { TenantId = realm.Name, ScheduledTime = later });
        }
    }

    /// <summary>The rule with what it needs of the crisis and the person, as they stand now.</summary>
    private async Task<Func<Notice, DateTimeOffset, NoticeStep>> Rule(Realm realm, Notice notice, CancellationToken token)
    {
        var crisis = notice.CrisisId is { } id ? await journals.Load(realm, StreamKinds.Crisis, id, token) : null;
        var klo = crisis?.State<KloActivation>() ?? KloActivation.Initial;
        var alert = notice.IncidentId is { } incident
            ? (await journals.Load(realm, StreamKinds.Alert, Alert.StreamOf(incident), token))?.State<Alert>()
            : null;
        var person =
            notice.Purpose == NoticePurpose.Reach
                ? await AccessNews.ReachedBefore(journals, realm, notice, token)
                : (await journals.Load(realm, StreamKinds.Person, Person.StreamOf(notice.Person), token))?.State<Person>();
        var every = sending.Channels.Reach(realm, person);
        var reach = notice.IsMentioned ? every.InSilence : every;
        var hold = await holding.In(realm, token);
        return (n, now) => hold.Of(n, n.Next(reach, NoticePurposes.EndingOf(n, klo, alert ?? Alert.Initial, now), schedule, now), now);
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

        await work;
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
        var (text, linked) = await sending.Text(realm, notice, channel, token);
        var begun = new NoticeAttempted(channel, step.Number, to, text, linked);
        await Make(realm, id, notice, NoticeAttempt.Of(begun, now), () => append(begun), token);
    }

    /// <param name="begin">Writes that it is being made; false where somebody else was first.</param>
    private async Task Make(Realm realm, Guid id, Notice notice, NoticeAttempt attempt, Func<Task<bool>> begin, CancellationToken token)
    {
        if (!await begin())
        {
            return;
        }

        var result = await sending.Send(realm, id, notice, attempt, token);
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
        );
    }

    /// <returns>Whether it was this call that appended.</returns>
    private Task<bool> Record(Realm realm, Guid id, Func<Notice, Outcome> decide, CancellationToken token) =>
        work.Do(realm, id.ToString(), new Target(StreamKinds.Notice, id), (s, _) => decide(s.State<Notice>()), token);
}
