using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// The proxies that are believed when they say for whom they ask (<c>Proxy:Known</c>, addresses and networks). Whoever else sends
/// <c>X-Forwarded-For</c> says nothing by it: limits are kept by address.
/// </summary>
public sealed record Proxies(ImmutableArray<IPNetwork> Known)
{
    /// <summary>The framework's own switch, which believes everybody.</summary>
    private const string BelieveAll = "ForwardedHeaders_Enabled";

    private static readonly char[] Between = [';', ',', ' '];

    public static void Add(WebApplicationBuilder builder)
    {
        var (proxies, fault) = Of(builder.Configuration);
        builder.Services.AddSingleton(proxies);
        builder.Services.RefuseStart(fault);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // However many stand in line: the first from behind that is not ours is who asks.
            o.ForwardLimit = null;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in proxies.Known)
            {
                o.KnownIPNetworks.Add(network);
            }
        });
    }

    public static (Proxies Proxies, string? Fault) Of(IConfiguration configuration)
    {
        var known = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var given in (configuration["Proxy:Known"] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(given, out var network))
            {
                known.Add(network);
            }
            else if (IPAddress.TryParse(given, out var address))
            {
                known.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return (new([]), $"Proxy:Known: '{given}' is no address and no network (10.0.0.5; 172.30.0.0/24).");
            }
        }

        return (
            new(known.ToImmutable()),
            known.Count == 0 && configuration.GetValue<bool>(BelieveAll)
                ? "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes whoever says for whom they ask. Unset it, and name your proxies in Proxy:Known."
                : null
        );
    }
}
