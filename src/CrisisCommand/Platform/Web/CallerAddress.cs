using System.Net;
using System.Net.Sockets;

namespace CrisisCommand.Platform.Web;

/// <summary>Where a caller is, as far as limits go: an IPv4 address, or the network of 64 bits that one household or office has of IPv6.</summary>
public static class CallerAddress
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address) =>
        address switch
        {
            // A socket of this machine's own.
            null => "here",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
            _ => address.ToString(),
        };
}
