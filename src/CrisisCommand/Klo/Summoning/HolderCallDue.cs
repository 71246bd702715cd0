using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Wolverine.Attributes;

namespace CrisisCommand.Klo.Summoning;

/// <summary>A holder who was called should have given a sign of life by now.</summary>
[MessageIdentity("CrisisCommand.Klo.HolderCallDue")]
public sealed record HolderCallDue(Guid CrisisId, FunctionKey Function, PersonId Person, DateTimeOffset AnswerBy, Guid Because) : IKloTimer
{
    public DateTimeOffset At => AnswerBy;

    /// <summary>The holder is silent, and the first of the deputies is summoned, who may then take over.</summary>
    public Outcome Decide(KloActivation klo, DateTimeOffset now, KloTimes times) =>
        !klo.IsStoodDown
        && now >= AnswerBy
        && klo.Post(Function) is { Call: { } call } post
        && (call.Person, call.AnswerBy) == (Person, AnswerBy)
            ? Outcome.Happened([new HolderSilent(Function, Person), .. Escalation.Next(post.FallenSilent(now), now, times)])
            : Outcome.Nothing;
}
