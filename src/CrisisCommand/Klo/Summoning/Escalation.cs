using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Summoning;

/// <summary>
/// What follows when nobody may be expected any more because of a summons: the next person in the order is summoned, or the function is
/// left vacant. Every rule by which a summons ends asks here, in the same commit, so that no function is ever without holder, pending
/// summons or mark of vacancy.
/// </summary>
public static class Escalation
{
    /// <param name="post">As it was before the summons ended.</param>
    /// <param name="ended">Whose summons it was.</param>
    public static IEnumerable<IDomainEvent> After(FunctionPost post, PersonId ended, DateTimeOffset now, KloTimes times) =>
        post.NeedsSomebody && post.VacantSince is null && post.Holder != ended && !post.IsAwaitedOtherThan(ended)
            ? Next(post, now, times)
            : [];

    /// <summary>
    /// The next in order who was not summoned in this search. When nobody is left, a function that nobody holds is vacant; one whose holder
    /// is only silent stays theirs, since the leader's function is never vacant once it is held.
    /// </summary>
    public static IEnumerable<IDomainEvent> Next(FunctionPost post, DateTimeOffset now, KloTimes times) =>
        post.NextInOrder is { } next ? [Summon(post, next, now, times)]
        : post.Holder is null ? [new FunctionLeftVacant(post.Function)]
        : [];

    public static FunctionSummoned Summon(FunctionPost post, PersonId person, DateTimeOffset now, KloTimes times) =>
        new(post.Function, person, post.RankOf(person), times.AnswerBy(post.AnswerWithinMinutes, now));
}
