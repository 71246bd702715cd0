using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// Checks a token's signature once a minute instead of at every request of the same caller, which is a twelfth of a command's work. Only
/// what was found valid is remembered, by the whole token, and never beyond the token's own end. What a person may do follows from events
/// at every command, so nothing that is revoked hangs on this minute.
/// </summary>
public sealed class RememberingTokenHandler(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    private const int Callers = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = Callers });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        if (_valid.TryGetValue(token, out Remembered? known) && now < known!.Until)
        {
            return known.Result;
        }

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            var end = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
            var until = end < now + Longest ? end : now + Longest;
            _valid.Set(
                token,
                new Remembered(result, until),
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest }
            );
        }

        return result;
    }

    public void Dispose() => _valid.Dispose();

    private sealed record Remembered(TokenValidationResult Result, DateTimeOffset Until);
}
