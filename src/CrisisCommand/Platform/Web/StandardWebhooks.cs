using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// Signatures of Standard Webhooks 1.0.0, scheme v1: HMAC-SHA256 over <c>{webhook-id}.{webhook-timestamp}.{body}</c>, in base64.
/// </summary>
public sealed class StandardWebhooks
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Scheme = "v1,";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _secret;

    private StandardWebhooks(byte[] secret) => _secret = secret;

    /// <summary>Null where the secret is none: base64 of 24 to 64 bytes, with or without <c>whsec_</c>.</summary>
    public static StandardWebhooks? Of(string? secret)
    {
        var text = secret?.Trim() ?? "";
        text = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        // Secrets are passed on by hand and by tools that leave out the padding: it says nothing (RFC 4648 §3.2).
        text = text.TrimEnd('=');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length is >= 24 and <= 64 ? new(bytes[..length]) : null;
    }

    /// <param name="timestamp">Of this attempt; the id stays the same over attempts.</param>
    public string Sign(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body) =>
        Scheme + Convert.ToBase64String(Mac(id, timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), body));

    /// <summary>Whether one of the signatures is ours, of these bytes, and not older or newer than five minutes.</summary>
    public bool Verifies(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (
            string.IsNullOrEmpty(id)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds
        )
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes(Scheme + Convert.ToBase64String(Mac(id, timestamp, body)));
        return (signatures ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected));
    }

    private byte[] Mac(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
