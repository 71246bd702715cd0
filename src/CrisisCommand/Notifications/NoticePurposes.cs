using CrisisCommand.Alerts;
using CrisisCommand.Decisions;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Notifications.Telling;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>Somebody whom an event makes us tell something.</summary>
/// <param name="Sender">Whose alarms it counts.</param>
/// <param name="Receiver">To whom those are told, where it is somebody else.</param>
public sealed record NoticeWanted(
    PersonId Person,
    NoticePurpose Purpose,
    FunctionKey? Function = null,
    DateTimeOffset? AnswerBy = null,
    PersonId? Sender = null,
    PersonId? Receiver = null
)
{
    /// <summary>The notice that tells it.</summary>
    public NoticeComposed Composed(Fact fact, Cause cause) =>
        new(Person, Purpose, fact.EventId, fact.Version, cause.Crisis, cause.Incident, Function, AnswerBy, Sender, Receiver);
}

/// <summary>
/// Which notices a fact makes, by <see cref="Audiences"/>, and what ends them. Another purpose needs a member of <see cref="NoticePurpose"/>,
/// its rows there, what ends it in <see cref="EndingOf"/>, and its words in the resources, <c>notifications.{purpose}.…</c>.
/// </summary>
public static class NoticePurposes
{
    /// <summary>Events of a crisis, or of an alert, after which some notices are no longer needed.</summary>
    public static readonly Type[] Settlers =
    [
        typeof(SummonsAnswered),
        typeof(FunctionStaffed),
        typeof(HandoverAccepted),
        typeof(FunctionTakenOver),
        typeof(KloStoodDown),
        typeof(AlertAcknowledged),
        typeof(AlertEnded),
    ];

    /// <summary>
    /// Whom a fact makes us tell something, and nobody twice; rights are told by <see cref="AccessNews"/>. What has passed long ago makes
    /// nobody's phone ring, as when old events are read anew, and whoever did it themself knows it.
    /// </summary>
    public static IEnumerable<NoticeWanted> WantedBy(Fact fact, Concern concern, DateTimeOffset now) =>
        now > (AnswerByOf(fact) ?? DueIn(fact.Event) ?? fact.RecordedAt) + NoticeSteps.StillWorthIt
            ? []
            : (
                from audience in Audiences.Of(fact.Event)
                let purpose = audience.Purpose!.Value
                where purpose is not (NoticePurpose.Access or NoticePurpose.Reach)
                where !concern.Klo.IsStoodDown || Audiences.OutlivesCrisis(purpose)
                where IsMeant(purpose, fact, concern)
                from person in Circles.Of(audience.Who, fact, concern)
                where person != fact.By || Audiences.UrgencyOf(purpose) == Urgency.Called
                select new NoticeWanted(
                    person,
                    purpose,
                    Circles.FunctionIn(fact.Event, concern),
                    AnswerByOf(fact),
                    SenderIn(fact.Event),
                    (fact.Event as AlertMessagesBounded)?.Person
                )
            ).DistinctBy(w => w.Person);

    /// <summary>Why a notice is no longer needed; null while it is.</summary>
    /// <param name="alert">Of the notice's incident, where it is about one.</param>
    public static NoticeEnding? EndingOf(Notice notice, KloActivation klo, Alert alert, DateTimeOffset now)
    {
        var post = notice.Function is { } function ? klo.Post(function) : null;
        NoticeEnding? settled = notice.Purpose switch
        {
            NoticePurpose.Summons => EndingOfSummons(notice, post),
            NoticePurpose.Handover when post?.Handover?.To != notice.Person => NoticeEnding.Answered,
            NoticePurpose.Call when post?.Call?.Person != notice.Person => NoticeEnding.Answered,
            NoticePurpose.Alert when alert.Status is AlertStatus.Acknowledged or AlertStatus.Ended => NoticeEnding.Answered,
            _ => null,
        };
        // Whoever is let in to read is so most often when the crisis is over: that is told all the same.
        return klo.IsStoodDown && !Audiences.OutlivesCrisis(notice.Purpose) ? NoticeEnding.StoodDown
            : settled is not null ? settled
            : now >= (notice.AnswerBy ?? notice.ComposedAt) + NoticeSteps.StillWorthIt ? NoticeEnding.TooLate
            : null;
    }

    private static NoticeEnding? EndingOfSummons(Notice notice, FunctionPost? post) =>
        post?.SummonsOf(notice.Person)?.Answer is not null ? NoticeEnding.Answered
        : post is { Holder: not null, HolderSilentSince: null } ? NoticeEnding.FunctionHeld
        : null;

    /// <summary>Of an event that may be told in several ways, or in none: whether it is this one.</summary>
    private static bool IsMeant(NoticePurpose purpose, Fact fact, Concern concern)
    {
        var isAhead = concern.Before.Briefing is { } called && called.At > fact.RecordedAt;
        return purpose switch
        {
            NoticePurpose.Briefing => !isAhead,
            NoticePurpose.BriefingMoved => isAhead,
            NoticePurpose.AlarmGraver => concern.Turn.IsGraver,
            NoticePurpose.AlarmPassed => concern.Turn.IsPassed,
            NoticePurpose.AlarmOnAgain => concern.Turn.IsOnAgain,
            NoticePurpose.AlarmTakenBack => concern.Turn.IsTakenBack,
            // In words of its own.
            NoticePurpose.StandDown => concern.Crisis is { Annulled: null, MergedInto: null },
            NoticePurpose.AlertSummary => fact.Event is AlertsSummedUp { Open: > 0 },
            NoticePurpose.MessageBound => fact.Event is AlertMessagesBounded { IsNews: true },
            _ => true,
        };
    }

    private static DateTimeOffset? AnswerByOf(Fact fact) =>
        fact.Event switch
        {
            FunctionSummoned e => e.AnswerBy,
            HolderCalled e => e.AnswerBy,
            OnCallAlerted e => e.AnswerBy,
            // Whoever is told for information is asked for nothing.
            AlertsSummedUp { Weight: not AlertWeight.Information } e => e.AnswerBy,
            StandDownProposed => fact.RecordedAt + KloActivation.ProposalHolds,
            _ => null,
        };

    /// <summary>Of what is late: found long after its time, as after an upgrade, it is no news.</summary>
    private static DateTimeOffset? DueIn(IDomainEvent happened) =>
        happened switch
        {
            TaskOverdue e => e.DueAt,
            DecisionOverdue e => e.DueAt,
            _ => null,
        };

    private static PersonId? SenderIn(IDomainEvent happened) =>
        happened switch
        {
            AlertsSummedUp e => e.Sender,
            AlertMessagesBounded e => e.Sender,
            _ => null,
        };
}
