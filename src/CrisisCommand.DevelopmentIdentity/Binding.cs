using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>Where a host will listen, by its settings: before it does.</summary>
public static class Binding
{
    private const string Anywhere = "http://*";
    private static readonly string[] PortSettings = [WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>An address at which others than this machine reach the host; null where there is none.</summary>
    public static string? Reachable(IConfiguration configuration) =>
        Addresses(configuration).FirstOrDefault(address => !IsLoopback(address));

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        var named = (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        // Ports alone mean every address of the machine; they count where no address is named.
        var ports = PortSettings.Where(setting => !string.IsNullOrWhiteSpace(configuration[setting]));
        return [.. endpoints, .. named, .. named.Length == 0 ? ports.Select(port => $"{Anywhere}:{configuration[port]}") : []];
    }

    /// <summary>As the server reads it: a name that is not localhost is taken for every address there is.</summary>
    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address.Trim());
        return host.IsUnixPipe
            || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
