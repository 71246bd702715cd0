using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>Somebody in several functions at once: they do one of them at a time.</summary>
public sealed record DoublePost(PersonId Person, IReadOnlyList<FunctionKey> Functions)
{
    /// <summary>In a crisis: who holds functions, or is on the way to one that nobody holds. None once it is over.</summary>
    public static IEnumerable<DoublePost> In(KloActivation klo) => klo.IsStoodDown ? [] : Of(klo.Posts.SelectMany(p => In(p)));

    /// <summary>In a plan: who would hold functions.</summary>
    public static IEnumerable<DoublePost> In(KloPlan plan) => Of(plan.Functions.Select(f => (f.Holder, f.Key)));

    private static IEnumerable<(PersonId, FunctionKey)> In(FunctionPost post) =>
        (
            post.Holder is { } holder
                ? [holder]
                : post.Current.Where(s => s is { Answer: SummonsAnswer.Coming, OverdueAt: null, ArrivedAt: null }).Select(s => s.Person)
        ).Select(p => (p, post.Function));

    private static IEnumerable<DoublePost> Of(IEnumerable<(PersonId Person, FunctionKey Function)> posts) =>
        posts.GroupBy(p => p.Person, p => p.Function).Where(p => p.Count() > 1).Select(p => new DoublePost(p.Key, [.. p]));
}
