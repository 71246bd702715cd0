using System.Security.Claims;
using System.Security.Cryptography;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrisisCommand.Tests.Platform;

public sealed class RememberingTokenHandlerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly RSA _key = RSA.Create(2048);
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly RememberingTokenHandler _handler;
    private int _looks;

    public RememberingTokenHandlerTests() => _handler = new(_clock);

    [Fact]
    public async Task A_valid_token_is_looked_at_once_a_minute()
    {
        var token = Token(Noon.AddHours(1));
        await Valid(token);
        await Valid(token);
        _looks.ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(61));
        await Valid(token);
        _looks.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_ends_meanwhile_is_refused_at_its_end()
    {
        var token = Token(Noon.AddSeconds(20));
        await Valid(token);
        _clock.Advance(TimeSpan.FromSeconds(21));

        (await _handler.ValidateTokenAsync(token, Parameters())).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_signature_over_a_remembered_content_is_refused()
    {
        var token = Token(Noon.AddHours(1));
        await Valid(token);

        (await _handler.ValidateTokenAsync(token[..^8] + "AAAAAAAA", Parameters())).IsValid.ShouldBeFalse();
    }

    public void Dispose()
    {
        _handler.Dispose();
        _key.Dispose();
    }

    private async Task Valid(string token) => (await _handler.ValidateTokenAsync(token, Parameters())).IsValid.ShouldBeTrue();

    private string Token(DateTimeOffset end) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = "issuer",
                Audience = "audience",
                Subject = new ClaimsIdentity([new Claim("sub", "vd")]),
                NotBefore = Noon.UtcDateTime,
                IssuedAt = Noon.UtcDateTime,
                Expires = end.UtcDateTime,
                SigningCredentials = new(new RsaSecurityKey(_key), SecurityAlgorithms.RsaSha256),
            }
        );

    private TokenValidationParameters Parameters() =>
        new()
        {
            ValidIssuer = "issuer",
            ValidAudience = "audience",
            IssuerSigningKeyResolver = (_, _, _, _) =>
            {
                _looks++;
                return [new RsaSecurityKey(_key)];
            },
            LifetimeValidator = (_, expires, _, _) => _clock.GetUtcNow().UtcDateTime < expires,
        };
}
