using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Sending;
using Marten;

namespace CrisisCommand.Notifications;

/// <summary>What stands between a notice and its provider: a database that is not known to be the one, and what a person said about it.</summary>
/// <param name="Again">How long until it is looked again.</param>
public sealed record NoticeHold(bool IsHeld, SendingRelease Release, TimeSpan Again)
{
    /// <summary>
    /// The step to take instead. What was composed before a person started sending has been overdue, or was somebody else's to send: it goes
    /// the way that the person said, whenever it is looked at.
    /// </summary>
    public NoticeStep Of(Notice notice, NoticeStep step, DateTimeOffset now) =>
        step is not (NoticeStep.Attempt or NoticeStep.Repeat) ? step
        : IsHeld ? new NoticeStep.Wait(now + Again)
        : notice.ComposedAt >= (Release.At ?? DateTimeOffset.MinValue) ? step
        : Release.Overdue switch
        {
            OverdueMessages.Send => step,
            OverdueMessages.Drop => new NoticeStep.End(NoticeEnding.Dropped),
            _ => notice.OperatorReason is null ? new NoticeStep.PassToOperator(OperatorReason.Held) : notice.Rest(),
        };
}

/// <summary>Looks up whether messages are held. An exercise holds none: it sends none.</summary>
public sealed class NoticeHolding(SendingGate gate, Journals journals, NoticeSchedule schedule, IDocumentStore store)
{
    public async Task<NoticeHold> In(Realm realm, CancellationToken token)
    {
        var release = realm.IsLive ? await journals.Load(realm, StreamKinds.Sending, SendingRelease.Stream, token) : null;
        return new(realm.IsLive && gate.Held is not null, release?.State<SendingRelease>() ?? SendingRelease.Initial, schedule.Held);
    }

    /// <summary>Notices that are not over.</summary>
    public async Task<int> Waiting(Realm realm, CancellationToken token)
    {
        await using var session = store.QuerySession(realm.Name);
        return await session.Query<NoticeView>().CountAsync(v => v.Open, token);
    }
}
