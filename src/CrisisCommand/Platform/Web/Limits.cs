using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Telemetry;
using Microsoft.AspNetCore.RateLimiting;

namespace CrisisCommand.Platform.Web;

/// <summary>How often something may be done by one and the same: so many at once, and so many a minute in the long run.</summary>
/// <param name="Burst">0: as often as they like.</param>
public sealed record Allowance(int Burst, int PerMinute)
{
    /// <summary>As set under <c>Limits:{name}</c>, else this.</summary>
    public Allowance Set(IConfiguration configuration, string name)
    {
        var section = configuration.GetSection($"Limits:{name}");
        var set = new Allowance(section.GetValue("Burst", Burst), section.GetValue("PerMinute", PerMinute));
        return set is { Burst: >= 0, PerMinute: > 0 }
            ? set
            : throw new InvalidOperationException($"Limits:{name} wants a Burst of 0 or more and a PerMinute of 1 or more.");
    }

    public RateLimitPartition<string> For(string whose) =>
        Burst == 0
            ? RateLimitPartition.GetNoLimiter(whose)
            : RateLimitPartition.GetTokenBucketLimiter(
                whose,
                _ =>
                    new()
                    {
                        TokenLimit = Burst,
                        TokensPerPeriod = 1,
                        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / PerMinute,
                        QueueLimit = 0,
                    }
            );
}

/// <summary>Limits of what one person, machine or address does, by the framework's limiter. Each node keeps its own.</summary>
public static class Limits
{
    private const int MaxBuckets = 0xFFFF;

    /// <summary>Ways to sign in, by address.</summary>
    private const string SignIns = "SignIns";
    private static readonly PathString SignInPath = "/sign-in";
    private static readonly Allowance UsualSignIns = new(300, 300);
    private static readonly Allowance UsualWrongLinks = new(60, 30);

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<Guesses>();
        services.AddGuessable(Guesses.Links, UsualWrongLinks);
        services.AddRateLimiter(o => o.OnRejected = (rejected, _) => new(Refuse(rejected.HttpContext, rejected.Lease)));
    }

    /// <summary>A limit by sender for endpoints that name it (<see cref="Limited"/>): whoever is known by key or token, in each realm.</summary>
    public static void AddLimit(this IServiceCollection services, string name, Allowance usual) =>
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IConfiguration>(
                (o, configuration) =>
                {
                    var allowance = usual.Set(configuration, name);
                    o.AddPolicy(name, http => allowance.For(Sender(http)));
                }
            );

    private static string Sender(HttpContext http) =>
        $"{http.Request.RouteValues["realm"]} {http.User.FindFirstValue("sub") ?? CallerAddress.Of(http)}";

    /// <summary>The endpoint keeps to a limit, and says so in the OpenAPI document.</summary>
    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder route, string name) =>
        route.RequireRateLimiting(name).Produces<Problem>(StatusCodes.Status429TooManyRequests, Problems.ContentType);

    /// <summary>Before sign-in, which asks the authority for every answer that is brought to it.</summary>
    public static void UseSignInLimit(this WebApplication app)
    {
        var allowance = UsualSignIns.Set(app.Configuration, SignIns);
        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => allowance.For(Bucket(CallerAddress.Of(http))));
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        var options = new RateLimiterOptions
        {
            GlobalLimiter = limiter,
            OnRejected = (rejected, _) => new(Refuse(rejected.HttpContext, rejected.Lease)),
        };
        app.UseWhen(http => http.Request.Path.StartsWithSegments(SignInPath), signIn => signIn.UseRateLimiter(options));
    }

    public static Task Refuse(HttpContext http, RateLimitLease lease) =>
        Refuse(http, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));

    /// <summary>Says when to come back, in whole seconds and never at once.</summary>
    public static Task Refuse(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", Problems.TooMany.Code));
        return ProblemResponses.Write(http, Problems.TooMany.With(seconds));
    }

    /// <summary>
    /// Addresses are as many as an attacker likes, so they share a fixed number of buckets: what the limits cost in memory has an end. Which
    /// share one changes with every start, and cannot be told from outside.
    /// </summary>
    public static PartitionedRateLimiter<string> Shared(Allowance allowance) =>
        PartitionedRateLimiter.Create<string, string>(whose => allowance.For(Bucket(whose)));

    private static string Bucket(string whose) =>
        (whose.GetHashCode(StringComparison.Ordinal) & MaxBuckets).ToString(CultureInfo.InvariantCulture);
}
