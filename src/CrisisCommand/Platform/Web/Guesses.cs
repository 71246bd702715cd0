using System.Collections.Frozen;
using System.Threading.RateLimiting;

namespace CrisisCommand.Platform.Web;

/// <summary>A kind of secret that can be guessed at, and how many wrong ones an address may send.</summary>
public sealed record Guessable(string Kind, Allowance Wrong);

/// <summary>
/// Counts what was wrong, not what was asked: a right link, key or signature is served whatever others at the same address have tried, since
/// these secrets are too long to be hit upon. What guessing gets is 429, and no more of the database than remembering.
/// </summary>
public sealed class Guesses(IEnumerable<Guessable> kinds) : IDisposable
{
    /// <summary>Of signed links.</summary>
    public const string Links = "Links";

    private readonly FrozenDictionary<string, PartitionedRateLimiter<string>> _limits = kinds.ToFrozenDictionary(
        k => k.Kind,
        k => Limits.Shared(k.Wrong)
    );

    /// <summary>Whether whoever it is has no wrong ones left: then ask only what costs nothing.</summary>
    public bool AreSpent(string kind, string whose)
    {
        using var lease = _limits[kind].AttemptAcquire(whose, 0);
        return !lease.IsAcquired;
    }

    /// <summary>One more that was wrong: null, or how long whoever it is should wait.</summary>
    public TimeSpan? Wrong(string kind, string whose)
    {
        using var lease = _limits[kind].AttemptAcquire(whose);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromSeconds(1);
    }

    /// <summary>The answer to a wrong one from this address, as long as it may send wrong ones.</summary>
    public IResult Answer(HttpContext http, string kind, IResult wrong) =>
        Wrong(kind, CallerAddress.Of(http)) is { } wait ? new TooManyResult(wait) : wrong;

    public void Dispose()
    {
        foreach (var limit in _limits.Values)
        {
            limit.Dispose();
        }
    }
}

/// <summary>429, and how long to wait.</summary>
public sealed class TooManyResult(TimeSpan wait) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Limits.Refuse(httpContext, wait);
}

public static class GuessesSetup
{
    public static void AddGuessable(this IServiceCollection services, string kind, Allowance usual) =>
        services.AddSingleton(s => new Guessable(kind, usual.Set(s.GetRequiredService<IConfiguration>(), kind)));
}
