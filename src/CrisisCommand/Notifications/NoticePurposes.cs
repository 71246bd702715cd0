using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Notifications;

/// <summary>Somebody whom an event makes us tell something.</summary>
public sealed record NoticeWanted(PersonId Person, NoticePurpose Purpose, FunctionKey? Function = null, DateTimeOffset? AnswerBy = null);

/// <summary>
/// Who is told what, and until when: the one place to add a purpose. It needs a member of <see cref="NoticePurpose"/>, the event that causes
/// it in <see cref="Causes"/> (registered with <c>wakes: true</c>) and in <see cref="WantedBy"/>, what ends it in <see cref="EndingOf"/>, and
/// its words in the resources, <c>notifications.{purpose}.{channel}</c>.
/// </summary>
public static class NoticePurposes
{
    /// <summary>Events that make us tell somebody something.</summary>
    public static readonly Type[] Causes = [typeof(FunctionSummoned)];

    /// <summary>Events of a crisis after which some notices are no longer needed.</summary>
    public static readonly Type[] Settlers =
    [
        typeof(SummonsAnswered),
        typeof(FunctionStaffed),
        typeof(HandoverAccepted),
        typeof(KloStoodDown),
    ];

    /// <summary>Whom a fact makes us tell something. What has passed long ago makes nobody's phone ring, as when old events are read anew.</summary>
    public static IEnumerable<NoticeWanted> WantedBy(Fact fact, KloActivation klo, DateTimeOffset now) =>
        fact.Event switch
        {
            _ when klo.IsStoodDown => [],
            FunctionSummoned summoned when now <= summoned.AnswerBy + NoticeSteps.StillWorthIt =>
            [
                new(summoned.Person, NoticePurpose.Summons, summoned.Function, summoned.AnswerBy),
            ],
            _ => [],
        };

    /// <summary>Why a notice is no longer needed; null while it is.</summary>
    public static NoticeEnding? EndingOf(Notice notice, KloActivation klo, DateTimeOffset now) =>
        klo.IsStoodDown ? NoticeEnding.StoodDown
        : notice.Purpose switch
        {
            NoticePurpose.Summons when notice.Function is { } function => EndingOfSummons(notice, klo.Post(function)),
            _ => null,
        }
            is { } settled
            ? settled
        : now >= notice.AnswerBy + NoticeSteps.StillWorthIt ? NoticeEnding.TooLate
        : null;

    private static NoticeEnding? EndingOfSummons(Notice notice, FunctionPost? post) =>
        post?.SummonsOf(notice.Person)?.Answer is not null ? NoticeEnding.Answered
        : post?.Holder is not null ? NoticeEnding.FunctionHeld
        : null;
}
