using CrisisCommand.Alerts;
using CrisisCommand.Klo;
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
);

/// <summary>
/// Who is told what, and until when: the one place to add a purpose. It needs a member of <see cref="NoticePurpose"/>, the event that causes
/// it in <see cref="Causes"/> and in <see cref="WantedBy"/>, what ends it in <see cref="EndingOf"/>, and
/// its words in the resources, <c>notifications.{purpose}.{channel}</c>.
/// </summary>
public static class NoticePurposes
{
    /// <summary>Events that make us tell somebody something.</summary>
    public static readonly Type[] Causes =
    [
        typeof(FunctionSummoned),
        typeof(FunctionLeftVacant),
        typeof(HandoverOffered),
        typeof(HolderCalled),
        typeof(FunctionTakenOver),
        typeof(EnduranceWarned),
        typeof(ReliefPlanned),
        typeof(OnCallAlerted),
        typeof(LeaderInformed),
        typeof(AlertsSummedUp),
        typeof(AlertMessagesBounded),
    ];

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

    /// <summary>Whom a fact makes us tell something. What has passed long ago makes nobody's phone ring, as when old events are read anew.</summary>
    /// <param name="operators">Who runs the system: they are told of what the system cannot do.</param>
    public static IEnumerable<NoticeWanted> WantedBy(
        Fact fact,
        KloActivation klo,
        IReadOnlyCollection<PersonId> operators,
        DateTimeOffset now
    ) =>
        klo.IsStoodDown || now > (AnswerByOf(fact.Event) ?? fact.RecordedAt) + NoticeSteps.StillWorthIt
            ? []
            : fact.Event switch
            {
                FunctionSummoned e => [new(e.Person, NoticePurpose.Summons, e.Function, e.AnswerBy)],
                HandoverOffered e => [new(e.To, NoticePurpose.Handover, e.Function)],
                HolderCalled e => [new(e.Person, NoticePurpose.Call, e.Function, e.AnswerBy)],
                ReliefPlanned e => [new(e.Person, NoticePurpose.Relief, e.Function)],
                OnCallAlerted e => [new(e.Person, NoticePurpose.Alert, null, e.AnswerBy)],
                LeaderInformed e => [new(e.Person, NoticePurpose.Information)],
                AlertsSummedUp { Open: > 0, Weight: AlertWeight.Information } e =>
                [
                    new(e.Person, NoticePurpose.AlertSummary, Sender: e.Sender),
                ],
                AlertsSummedUp { Open: > 0 } e => [new(e.Person, NoticePurpose.AlertSummary, null, e.AnswerBy, e.Sender)],
                AlertMessagesBounded { IsNews: true } e => operators.Select(o => new NoticeWanted(
                    o,
                    NoticePurpose.MessageBound,
                    Sender: e.Sender,
                    Receiver: e.Person
                )),
                FunctionLeftVacant e => Told(NoticePurpose.Vacancy, e.Function, klo.ActingLeader, klo.ActingIn(FunctionKey.ChiefOfStaff)),
                FunctionTakenOver e => Told(NoticePurpose.Takeover, e.Function, e.From, klo.ActingIn(FunctionKey.ChiefOfStaff)),
                EnduranceWarned e => Told(NoticePurpose.Endurance, e.Function, e.Person, klo.ActingIn(FunctionKey.ChiefOfStaff)),
                _ => [],
            };

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
        var isOver = klo.IsStoodDown && notice.Purpose is not (NoticePurpose.Access or NoticePurpose.Reach);
        return isOver ? NoticeEnding.StoodDown
            : settled is not null ? settled
            : now >= (notice.AnswerBy ?? notice.ComposedAt) + NoticeSteps.StillWorthIt ? NoticeEnding.TooLate
            : null;
    }

    private static NoticeEnding? EndingOfSummons(Notice notice, FunctionPost? post) =>
        post?.SummonsOf(notice.Person)?.Answer is not null ? NoticeEnding.Answered
        : post is { Holder: not null, HolderSilentSince: null } ? NoticeEnding.FunctionHeld
        : null;

    private static DateTimeOffset? AnswerByOf(IDomainEvent happened) =>
        happened switch
        {
            FunctionSummoned e => e.AnswerBy,
            HolderCalled e => e.AnswerBy,
            OnCallAlerted e => e.AnswerBy,
            AlertsSummedUp e => e.AnswerBy,
            _ => null,
        };

    private static IEnumerable<NoticeWanted> Told(NoticePurpose purpose, FunctionKey function, params PersonId?[] persons) =>
        persons.OfType<PersonId>().Distinct().Select(p => new NoticeWanted(p, purpose, function));
}
