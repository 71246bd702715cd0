using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

public enum AttemptResult
{
    Accepted,
    Recorded,
    Failed,
}

/// <summary>One time that a provider was asked.</summary>
/// <param name="At">When it was asked, or asked again after its result was lost.</param>
public sealed record NoticeAttempt(Channel Channel, int Number, CommittedText To, CommittedText Text, DateTimeOffset At)
{
    /// <summary>Whether a link follows the text on its way out.</summary>
    public bool Linked { get; init; }

    /// <summary>Null while the result is not known.</summary>
    public AttemptResult? Result { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public NoticeFailure? Reason { get; init; }
    public int? Status { get; init; }
    public DateTimeOffset? RetryAt { get; init; }
    public ProviderReference? Reference { get; init; }

    public ReachedAt Target => new(Channel, To);

    public static NoticeAttempt Of(NoticeAttempted made, DateTimeOffset at) =>
        new(made.Channel, made.Attempt, made.To, made.Text, at) { Linked = made.Linked };
}

/// <summary>One call that the operator made.</summary>
public sealed record NoticeCall(CallOutcome Outcome, DateTimeOffset At, PersonId By);

/// <summary>A notice to one person: what it is about, what was tried, and whether anybody has to do something yet.</summary>
public sealed record Notice : IState<Notice>
{
    public static Notice Initial { get; } = new();

    public PersonId Person { get; init; }
    public NoticePurpose Purpose { get; init; }
    public Guid Cause { get; init; }
    public long CauseVersion { get; init; }
    public Guid? CauseStream { get; init; }

    /// <summary>The last that the person gets for now of what they may do without.</summary>
    public bool IsLast { get; init; }
    public Guid? CrisisId { get; init; }
    public Guid? IncidentId { get; init; }
    public FunctionKey? Function { get; init; }
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Whose alarms it counts.</summary>
    public PersonId? Sender { get; init; }

    /// <summary>Whose alarms are counted, where it is not the person's own.</summary>
    public PersonId? Receiver { get; init; }
    public DateTimeOffset ComposedAt { get; init; }
    public ImmutableArray<NoticeAttempt> Attempts { get; init; } = [];
    public ImmutableArray<NoticeCall> Calls { get; init; } = [];
    public OperatorReason? OperatorReason { get; init; }
    public DateTimeOffset? PassedAt { get; init; }
    public NoticeEnding? Ending { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The same cause and person is one notice, however often a message comes.</summary>
    public static Guid StreamOf(Guid cause, PersonId person) => Ids.Named($"notice/{cause}/{person}");

    /// <summary>Whether nobody has to call where no channel is left; nor of many alarms told for information.</summary>
    public bool IsQuiet =>
        Audiences.UrgencyOf(Purpose) is Urgency.Mentioned or Urgency.Noted
        || this is { Purpose: NoticePurpose.AlertSummary, AnswerBy: null };

    /// <summary>Whether the person may do without it.</summary>
    public bool IsMentioned => Audiences.UrgencyOf(Purpose) == Urgency.Mentioned;

    public bool IsReached => Calls.Any(c => c.Outcome == CallOutcome.Reached);

    /// <summary>Whether some provider has taken it, or an exercise has recorded it.</summary>
    public bool IsOut => Attempts.Any(a => a.Result is AttemptResult.Accepted or AttemptResult.Recorded);

    /// <summary>Whether nothing more will be tried by us.</summary>
    public bool IsOver => Ending is not null || IsReached || (AnswerBy is null && IsOut);

    /// <summary>Whether a person has to call.</summary>
    public bool IsWaiting => OperatorReason is not null && !IsOver;

    /// <summary>The attempt whose result is not known: at most one, and always the last.</summary>
    public NoticeAttempt? Pending => Attempts is [.., { Result: null } last] ? last : null;

    public IEnumerable<CommittedText> Texts => Attempts.SelectMany(a => new[] { a.To, a.Text });

    public Notice After(Fact fact) =>
        fact.Event switch
        {
            NoticeComposed composed => Composed(composed, fact.RecordedAt),
            NoticeAttempted made => this with { Attempts = Attempts.Add(NoticeAttempt.Of(made, fact.RecordedAt)) },
            NoticeAttemptRepeated => Last(a => new(a.Channel, a.Number, a.To, a.Text, fact.RecordedAt) { Linked = a.Linked }),
            NoticeAccepted accepted => Last(a =>
                a with
                {
                    Result = AttemptResult.Accepted,
                    EndedAt = fact.RecordedAt,
                    Reference = accepted.Reference,
                }
            ),
            NoticeRecorded => Last(a => a with { Result = AttemptResult.Recorded, EndedAt = fact.RecordedAt }),
            NoticeFailed failed => Last(a => Failed(a, failed, fact.RecordedAt)),
            NoticePassedToOperator passed => this with { OperatorReason = passed.Reason, PassedAt = fact.RecordedAt },
            NoticeCalled called => this with { Calls = Calls.Add(new(called.Outcome, fact.RecordedAt, fact.By)) },
            NoticeEnded ended => this with { Ending = ended.Why, EndedAt = fact.RecordedAt },
            _ => this,
        };

    private Notice Composed(NoticeComposed composed, DateTimeOffset at) =>
        this with
        {
            Person = composed.Person,
            Purpose = composed.Purpose,
            Cause = composed.Cause,
            CauseVersion = composed.CauseVersion,
            CauseStream = composed.CauseStream,
            IsLast = composed.IsLast,
            CrisisId = composed.CrisisId,
            IncidentId = composed.IncidentId,
            Function = composed.Function,
            AnswerBy = composed.AnswerBy,
            Sender = composed.Sender,
            Receiver = composed.Receiver,
            ComposedAt = at,
        };

    private Notice Last(Func<NoticeAttempt, NoticeAttempt> change) =>
        Attempts.IsEmpty ? this : this with { Attempts = Attempts.SetItem(Attempts.Length - 1, change(Attempts[^1])) };

    private static NoticeAttempt Failed(NoticeAttempt attempt, NoticeFailed failed, DateTimeOffset at) =>
        attempt with
        {
            Result = AttemptResult.Failed,
            EndedAt = at,
            Reason = failed.Reason,
            Status = failed.Status,
            RetryAt = failed.RetryAt,
        };
}

/// <summary>Notices as they are listed, and found by the crisis that they are about.</summary>
public sealed record NoticeView : IView<NoticeView>
{
    public static NoticeView Initial { get; } = new();

    public Guid Id { get; init; }
    public Notice Notice { get; init; } = Notice.Initial;

    // As fields of their own because Marten filters on stored fields.
    public Guid? CrisisId { get; init; }

    /// <summary>The stream whose facts may make it needless: the crisis, or the alert of the incident.</summary>
    public Guid? About { get; init; }
    public DateTimeOffset ComposedAt { get; init; }
    public bool Open { get; init; }
    public bool Waiting { get; init; }

    /// <summary>Whether it counts towards what messages about alarms may cost.</summary>
    public bool OfAlarms { get; init; }
    public string To { get; init; } = "";

    /// <summary>Whether it goes the way of what nobody waits for.</summary>
    public bool IsTelling { get; init; }

    /// <summary>Whether it counts towards how much of that a person gets.</summary>
    public bool IsCounted { get; init; }

    public static NoticeView Begin(Guid id) => new() { Id = id };

    public NoticeView After(Fact fact)
    {
        var notice = Notice.After(fact);
        return this with
        {
            Notice = notice,
            CrisisId = notice.CrisisId,
            About = notice.CrisisId ?? (notice.IncidentId is { } incident ? Alert.StreamOf(incident) : null),
            ComposedAt = notice.ComposedAt,
            Open = !notice.IsOver,
            Waiting = notice.IsWaiting,
            OfAlarms = notice.Purpose is NoticePurpose.Alert or NoticePurpose.AlertSummary,
            To = notice.Person.Value,
            IsTelling = Audiences.IsTelling(notice.Purpose),
            IsCounted = notice.IsMentioned && notice.Ending is not (NoticeEnding.Muted or NoticeEnding.Bounded),
        };
    }
}
