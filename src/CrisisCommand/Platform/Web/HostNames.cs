using CrisisCommand.Platform.Commands;
using Microsoft.AspNetCore.HostFiltering;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// The names that we answer to (<c>AllowedHosts</c>): a request for another was led here by a name of somebody else's, and a page or a
/// redirect made of it would lead there. This machine's own names are always among them, for probes.
/// </summary>
public static class HostNames
{
    private const string Everybody = "*";
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void Add(WebApplicationBuilder builder)
    {
        var named = Named(builder.Configuration);
        builder.Services.RefuseStart(builder.Environment.IsDevelopment() ? null : FaultOf(named));
        builder.Services.Configure<HostFilteringOptions>(o =>
        {
            o.AllowedHosts = [.. ThisMachine, .. named];
            // Answered in our own words.
            o.IncludeFailureMessage = false;
        });
    }

    /// <summary>Middleware before the framework's filter: what that stops gets no further, and is told why.</summary>
    public static async Task Word(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && http.Features.Get<Passed>() is null)
        {
            await ProblemResponses.Write(http, Problems.UnknownHost);
        }
    }

    /// <summary>Middleware after it.</summary>
    public static Task Pass(HttpContext http, RequestDelegate next)
    {
        http.Features.Set(new Passed());
        return next(http);
    }

    /// <summary>As set, and where nothing is, the name under which phones reach us.</summary>
    public static string[] Named(IConfiguration configuration) =>
        configuration["AllowedHosts"] is { Length: > 0 } set
            ? set.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : Uri.TryCreate(configuration["CrisisCommand:PublicAddress"], UriKind.Absolute, out var address) ? [address.Host]
        : [];

    private sealed record Passed;

    /// <summary>What makes the names unfit to serve under outside development; null when they are fit.</summary>
    public static string? FaultOf(string[] named) =>
        named.Length == 0
            ? "AllowedHosts names no host that this product answers to (kris.example.se), and CrisisCommand:PublicAddress none either."
        : named.Contains(Everybody) ? "AllowedHosts names everybody ('*'): name the hosts that this product answers to."
        : null;
}
