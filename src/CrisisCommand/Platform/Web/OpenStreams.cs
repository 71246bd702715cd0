using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Telemetry;

namespace CrisisCommand.Platform.Web;

/// <summary>On an endpoint: what it answers stays open for hours.</summary>
public sealed record StaysOpen;

public static class StaysOpenRoutes
{
    /// <summary>Says of an endpoint that its answers stay open: they are counted, and begun within the watchers' share.</summary>
    public static RouteHandlerBuilder StaysOpen(this RouteHandlerBuilder route) => route.WithMetadata(new StaysOpen());
}

/// <summary>How many streams may be open at a time on one node.</summary>
public sealed record OpenStreamLimits
{
    /// <summary>Of one person or machine: walls, phones and desks of one account, with room for connections that are dead and not noticed.</summary>
    public int PerPerson { get; init; } = 256;

    /// <summary>From one address (of IPv6: one /64 network): an office behind one address, and no more.</summary>
    public int PerAddress { get; init; } = 3_000;

    /// <summary>In all: what the memory of a node is made for.</summary>
    public int Total { get; init; } = 10_000;
}

/// <summary>Refuses streams beyond the limits before anything is asked of the database for them, and counts them for as long as they are open.</summary>
public sealed class OpenStreams(IConfiguration configuration) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limits = Limiters(
        configuration.GetSection("Streams").Get<OpenStreamLimits>() ?? new()
    );

    /// <summary>Middleware, once it is known who calls.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaysOpen>() is null)
        {
            await next(http);
            return;
        }

        using var place = http.RequestServices.GetRequiredService<OpenStreams>()._limits.AttemptAcquire(http);
        if (!place.IsAcquired)
        {
            Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", Problems.TooManyStreams.Code));
            await ProblemResponses.Write(http, Problems.TooManyStreams);
            return;
        }

        await next(http);
    }

    public ValueTask DisposeAsync() => _limits.DisposeAsync();

    private static PartitionedRateLimiter<HttpContext> Limiters(OpenStreamLimits limits) =>
        PartitionedRateLimiter.CreateChained(
            Limiter(limits.PerPerson, http => http.User.FindFirstValue("sub") ?? ""),
            Limiter(limits.PerAddress, http => Network(http.Connection.RemoteIpAddress)),
            Limiter(limits.Total, _ => "")
        );

    private static PartitionedRateLimiter<HttpContext> Limiter(int most, Func<HttpContext, string> whose) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetConcurrencyLimiter(whose(http), _ => new() { PermitLimit = most, QueueLimit = 0 })
        );

    /// <summary>What one subscriber has at their disposal: an address, or of IPv6 the 64 bits of their network.</summary>
    private static string Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}
