using System.Buffers.Text;
using System.Security.Cryptography;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Web;

/// <summary>What the outside world is told of us.</summary>
public sealed class OutsideOptions
{
    /// <summary>Where phones reach this product, <c>https://kris.example.se</c>; without it, messages carry no links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Of a number in a text message, which never cuts it.</summary>
    public const int LongestNumber = 20;

    /// <summary>The number to call back: in every message, and where a link no longer serves.</summary>
    public string? CallNumber { get; init; }
}

/// <summary>One fact of one stream, which the bearer of the link may act on until it expires.</summary>
/// <param name="Version">Of the fact in its stream; who and what it is about stands there, and is never taken from the link.</param>
public sealed record SignedLink(Realm Realm, Guid Stream, long Version, DateTimeOffset ExpiresAt);

/// <summary>
/// Seals links for the kinds of act that need no log-in. The keys are those of <see cref="SealKeys"/>, so that every node opens what another
/// sealed. Short, since a text message carries it: the fact is named, not repeated.
/// </summary>
public sealed class SignedLinks(IDataProtectionProvider protection)
{
    private const string Purpose = "CrisisCommand.SignedLinks";
    private const int MaxLength = 512;

    /// <param name="kind">What the link is for: one sealed for another kind does not open.</param>
    public string Seal(string kind, SignedLink link)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        writer.Write(link.Stream.ToByteArray(bigEndian: true));
        writer.Write7BitEncodedInt64(link.Version);
        writer.Write7BitEncodedInt64(link.ExpiresAt.ToUnixTimeSeconds());
        writer.Write(link.Realm.Name);
        return Base64Url.EncodeToString(protection.CreateProtector(Purpose, kind).Protect(plain.ToArray()));
    }

    /// <summary>What was sealed, expired or not; null where we never sealed this for that kind.</summary>
    public SignedLink? Open(string kind, string token)
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var plain = protection.CreateProtector(Purpose, kind).Unprotect(Base64Url.DecodeFromChars(token));
            using var reader = new BinaryReader(new MemoryStream(plain));
            var stream = new Guid(reader.ReadBytes(16), bigEndian: true);
            var (version, expires) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
            return new(new Realm(reader.ReadString()), stream, version, DateTimeOffset.FromUnixTimeSeconds(expires));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

public static class SignedLinksSetup
{
    public static void AddSignedLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<OutsideOptions>()
            .Bind(configuration.GetSection("CrisisCommand"))
            .Validate(
                o => o.PublicAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https" },
                "CrisisCommand:PublicAddress is no http(s) address."
            )
            .Validate(
                o => o.CallNumber is not { Length: > OutsideOptions.LongestNumber },
                "CrisisCommand:CallNumber is no number: a text message has no room for more than 20 signs of it."
            )
            .ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<OutsideOptions>>().Value);
        services.AddSingleton<SignedLinks>();
    }
}
