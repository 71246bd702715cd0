using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine.Attributes;

namespace CrisisCommand.Klo.Summoning;

/// <summary>Somebody who said that they come should be in place by now.</summary>
/// <param name="AnsweredAt">When they said so, and with <paramref name="Eta"/> what: a later answer has a time of its own.</param>
[MessageIdentity("CrisisCommand.Klo.ArrivalDue")]
public sealed record ArrivalDue(
    Guid CrisisId,
    FunctionKey Function,
    PersonId Person,
    DateTimeOffset AnsweredAt,
    DateTimeOffset? Eta,
    DateTimeOffset At,
    Guid Because
) : IKloTimer
{
    /// <summary>
    /// Where somebody else holds the function by now, nobody is missed: whether the other one came too is not known, and does not matter.
    /// </summary>
    public Outcome Decide(KloActivation klo, DateTimeOffset now, KloTimes times) =>
        !klo.IsStoodDown
        && now >= At
        && klo.Post(Function) is { NeedsSomebody: true } post
        && post.IsSought(Person)
        && post.SummonsOf(Person) is { Answer: SummonsAnswer.Coming, IsPending: true } summons
        && (summons.AnsweredAt, summons.Eta) == (AnsweredAt, Eta)
            ? Outcome.Happened([new ArrivalOverdue(Function, Person), .. Escalation.After(post, Person, now, times)])
            : Outcome.Nothing;
}
