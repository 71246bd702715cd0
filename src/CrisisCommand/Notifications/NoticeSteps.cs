using System.Collections.Immutable;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.People;

namespace CrisisCommand.Notifications;

/// <summary>What is to be done about a notice now.</summary>
public abstract record NoticeStep
{
    /// <summary>Ask the provider of this channel, for the n-th time.</summary>
    public sealed record Attempt(ReachedAt Target, int Number) : NoticeStep;

    /// <summary>Ask once more, under the same id: the result of the last attempt was lost.</summary>
    public sealed record Repeat(NoticeAttempt Lost) : NoticeStep;

    public sealed record Wait(DateTimeOffset Until) : NoticeStep;

    public sealed record PassToOperator(OperatorReason Reason) : NoticeStep;

    public sealed record End(NoticeEnding Why) : NoticeStep;

    public sealed record Done : NoticeStep;
}

/// <summary>How a person can be reached at this moment.</summary>
/// <param name="Known">Whether there is any number or address at all.</param>
/// <param name="Targets">Those whose channel is set up, in the person's order.</param>
public sealed record Reach(bool Known, ImmutableArray<ReachedAt> Targets)
{
    /// <summary>Without a call.</summary>
    public Reach InSilence => this with { Targets = [.. Targets.Where(t => t.Channel != Channel.Voice)] };
}

/// <summary>The times of our sending.</summary>
public sealed record NoticeSchedule
{
    /// <summary>After each failed attempt to one number or address, until the next; after the last it is given up.</summary>
    public ImmutableArray<TimeSpan> Retries { get; init; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <summary>How long a summons may stay unanswered after one channel took it, until the next channel is tried as well.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a provider may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>While nothing is sent: how long until it is looked again whether it is.</summary>
    public TimeSpan Held { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When an attempt without result is taken for lost: no node can still be at it.</summary>
    public TimeSpan Lease => Timeout + TimeSpan.FromSeconds(5);

    /// <summary>What asks to wait longer than this is given up instead: another channel is faster.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>When to try the same number or address again; null: it is given up.</summary>
    /// <param name="asked">How long the provider asked us to stay away.</param>
    public DateTimeOffset? RetryAt(int attempt, NoticeFailure reason, TimeSpan? asked, DateTimeOffset now) =>
        reason is NoticeFailure.Refused or NoticeFailure.Gone or NoticeFailure.AddressErased || attempt > Retries.Length || asked > Longest
            ? null
            : now + (asked > Retries[attempt - 1] ? asked.Value : Retries[attempt - 1]);
}

/// <summary>The order in which a notice is tried. Pure: what was tried, how the person is reached, what time it is.</summary>
public static class NoticeSteps
{
    /// <summary>How long after its time a summons is still worth a message.</summary>
    public static readonly TimeSpan StillWorthIt = TimeSpan.FromHours(1);

    /// <param name="ending">Why nothing more is needed; null while something is.</param>
    public static NoticeStep Next(this Notice notice, Reach reach, NoticeEnding? ending, NoticeSchedule schedule, DateTimeOffset now)
    {
        if (notice.IsOver)
        {
            return new NoticeStep.Done();
        }

        if (ending is { } why)
        {
            return new NoticeStep.End(why);
        }

        return notice.Attempts.LastOrDefault() switch
        {
            { Result: null } lost => now < lost.At + schedule.Lease
                ? new NoticeStep.Wait(lost.At + schedule.Lease)
                : new NoticeStep.Repeat(lost),
            { RetryAt: { } at } failed when reach.Targets.Contains(failed.Target) => now < at
                ? new NoticeStep.Wait(at)
                : new NoticeStep.Attempt(failed.Target, failed.Number + 1),
            var last => notice.NextTarget(last, reach, schedule, now),
        };
    }

    private static NoticeStep NextTarget(this Notice notice, NoticeAttempt? last, Reach reach, NoticeSchedule schedule, DateTimeOffset now)
    {
        var untried = reach.Targets.Where(t => notice.Attempts.All(a => a.Target != t)).Take(1).ToList();
        if (notice.IsOut)
        {
            // Taken by a provider is not heard by a person: a phone that is silent on a text message may ring.
            var patient = last!.EndedAt!.Value + (last.Result == AttemptResult.Accepted ? schedule.Silence : TimeSpan.Zero);
            return untried is [var louder] && last.Result != AttemptResult.Recorded && patient < notice.AnswerBy
                ? (now < patient ? new NoticeStep.Wait(patient) : new NoticeStep.Attempt(louder, 1))
                : notice.Rest();
        }

        return untried is [var target] ? new NoticeStep.Attempt(target, 1)
            : notice.IsQuiet ? new NoticeStep.End(NoticeEnding.NotReached)
            : notice.OperatorReason is not null ? notice.Rest()
            : new NoticeStep.PassToOperator(
                !notice.Attempts.IsEmpty ? OperatorReason.Exhausted
                : reach.Known ? OperatorReason.NotConfigured
                : OperatorReason.NoChannel
            );
    }

    /// <summary>Nothing to do but to see when it is too late.</summary>
    internal static NoticeStep Rest(this Notice notice) =>
        notice.AnswerBy is { } by ? new NoticeStep.Wait(by + StillWorthIt)
        : Audiences.IsTelling(notice.Purpose) && !notice.IsOver ? new NoticeStep.Wait(notice.ComposedAt + StillWorthIt)
        : new NoticeStep.Done();
}
