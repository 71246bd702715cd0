using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine.Attributes;

namespace CrisisCommand.Klo.Summoning;

/// <summary>The time to answer one summons is out.</summary>
[MessageIdentity("CrisisCommand.Klo.SummonsDue")]
public sealed record SummonsDue(Guid CrisisId, FunctionKey Function, PersonId Person, DateTimeOffset AnswerBy, Guid Because) : IKloTimer
{
    public DateTimeOffset At => AnswerBy;

    /// <summary>
    /// Whoever did not answer in time is recorded as silent, also where somebody else holds the function by now: who never answered is to
    /// be seen afterwards. Only where somebody is still needed, the next in order is summoned.
    /// </summary>
    public Outcome Decide(KloActivation klo, DateTimeOffset now, KloTimes times) =>
        !klo.IsStoodDown
        && now >= AnswerBy
        && klo.Post(Function) is { } post
        && post.SummonsOf(Person) is { Answer: null, SilentAt: null, ArrivedAt: null } summons
        && summons.AnswerBy == AnswerBy
            ? Outcome.Happened([new SummonsUnanswered(Function, Person), .. Escalation.After(post, Person, now, times)])
            : Outcome.Nothing;
}
