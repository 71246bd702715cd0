using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>Issues and accepts the tokens of one run: the key is made at start and kept in memory, so a restart ends every token.</summary>
public sealed class TokenIssuer(TimeProvider time) : IDisposable
{
    public const string Issuer = "urn:crisis-command:development";
    public const string Audience = "crisis-command";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly RSA rsa = RSA.Create(2048);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A bearer token (RS256, 12 hours) whose subject is the person's id.</summary>
    public string TokenFor(string personId)
    {
        var now = time.GetUtcNow();
        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = (now + Lifetime).UtcDateTime,
                Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = personId },
                SigningCredentials = new SigningCredentials(Key(), SecurityAlgorithms.RsaSha256),
            }
        );
    }

    /// <summary>Makes the scheme accept this run's tokens and none else: every parameter is set anew, also one that configuration gave.</summary>
    public void Accept(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.Authority = null;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = Key(),
            ClockSkew = ClockSkew,
            NameClaimType = JwtRegisteredClaimNames.Sub,
        };
    }

    public void Dispose() => rsa.Dispose();

    /// <summary>Without a cache of signature providers: it is shared in the process and keeps a disposed key alive between hosts.</summary>
    private RsaSecurityKey Key() =>
        new(rsa)
        {
            KeyId = "development",
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
}
