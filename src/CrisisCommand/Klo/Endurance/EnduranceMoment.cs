using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo.Endurance;

/// <summary>The endurance of a KLO at one moment. Pure: the moment is given.</summary>
public sealed class EnduranceMoment(KloActivation klo, TimeInFunction time, EnduranceOptions options, DateTimeOffset now)
{
    /// <summary>A KLO that is stood down is looked at as it ended: nobody is coming any more.</summary>
    private readonly DateTimeOffset _at = klo.StoodDownAt ?? now;

    public EnduranceShown Show(Guid crisis, long version, Func<FunctionKey, string> nameOf, Words words) =>
        new(
            crisis,
            version,
            _at,
            options.Longest.TotalSeconds,
            options.WarnBefore.TotalSeconds,
            [.. klo.Posts.Select(p => Function(p, nameOf(p.Function)))],
            [.. Several()],
            [.. Coming()],
            PersonNames.Of(klo.Posts.SelectMany(p => p.Mentioned), words)
        );

    /// <summary>Who is coming when: those who were summoned and said so, and those who are to relieve.</summary>
    public IEnumerable<Coming> Coming() =>
        klo.IsStoodDown ? [] : klo.Posts.SelectMany(Expected).OrderBy(c => c.At ?? DateTimeOffset.MaxValue).ThenBy(c => c.By);

    public IEnumerable<SeveralFunctions> Several() =>
        klo
            .Posts.Where(p => p.Holder is not null)
            .GroupBy(p => p.Holder!.Value, p => p.Function)
            .Where(g => g.Count() > 1)
            .Select(g => new SeveralFunctions(g.Key, [.. g]));

    private FunctionEndurance Function(FunctionPost post, string name)
    {
        var limit = post.HeldSince + options.Longest;
        return new(
            post.Function,
            name,
            post.Holder,
            post.Mandate,
            post.HeldSince,
            (_at - post.HeldSince)?.TotalSeconds,
            post.HeldSince + options.WarnAfter,
            limit,
            post.WarnedUntil is not null,
            limit <= _at,
            [.. post.Reliefs.OrderBy(r => r.At).Select(r => new ReliefShown(r.Person, r.At, Rested(r.Person)))]
        );
    }

    private double? Rested(PersonId person) =>
        time.LeftAt.TryGetValue(person, out var left) && klo.Posts.All(p => p.Holder != person) ? (_at - left).TotalSeconds : null;

    private static IEnumerable<Coming> Expected(FunctionPost post) =>
        post
            .Current.Where(s => s is { Answer: SummonsAnswer.Coming, IsPending: true } && s.Person != post.Holder)
            .Select(s => new Coming(s.Eta, s.Person, post.Function, ComingBy.Summons))
            .Concat(post.Reliefs.Select(r => new Coming(r.At, r.Person, post.Function, ComingBy.Relief)));
}
