using System.Security.Claims;
using System.Text.Encodings.Web;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Access;

/// <summary>
/// Machines that cannot fetch tokens: <c>Authorization: ApiKey {machine}.{random}</c>, or a message signed by Standard Webhooks to an
/// address with <c>?sender={machine}</c>, whose <c>webhook-id</c> then serves as its Idempotency-Key, since both stay the same over retries.
/// </summary>
public sealed class MachineSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    MachineSecrets secrets
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Machine";
    private const string ApiKey = "ApiKey ";

    /// <summary>Whether a request is a machine's to be let in here; all others come with a bearer's token.</summary>
    public static bool IsFor(HttpContext http) =>
        http.Request.Headers.Authorization.ToString().StartsWith(ApiKey, StringComparison.OrdinalIgnoreCase)
        || (http.Request.Headers.Authorization.Count == 0 && http.Request.Headers.ContainsKey(StandardWebhooks.SignatureHeader));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.RouteValues["realm"] is not string realm || !Context.RequestServices.GetRequiredService<Realms>().Knows(realm))
        {
            return AuthenticateResult.NoResult();
        }

        var given = Request.Headers.Authorization.ToString();
        var machine =
            given.Length > ApiKey.Length
                ? await secrets.ByApiKey(new(realm), given[ApiKey.Length..].Trim(), Context.RequestAborted).ConfigureAwait(false)
                : await BySignature(new(realm)).ConfigureAwait(false);
        return machine is { } known
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new Claim("sub", known.Value)], Name, "sub", null)), Name))
            : AuthenticateResult.Fail("No live key of that machine.");
    }

    private async Task<PersonId?> BySignature(Realm realm)
    {
        if (!Key.TryParse<PersonId>(Request.Query["sender"], out var machine))
        {
            return null;
        }

        Request.EnableBuffering(CommandBinding.MaxBody, CommandBinding.MaxDrained);
        var body = await CommandBinding.ReadBody(Context).ConfigureAwait(false);
        Request.Body.Position = 0;
        if (!await secrets.Signed(realm, machine, Request.Headers, body, Context.RequestAborted).ConfigureAwait(false))
        {
            return null;
        }

        if (Request.Headers["Idempotency-Key"].Count == 0)
        {
            Request.Headers["Idempotency-Key"] = Request.Headers[StandardWebhooks.IdHeader];
        }

        return machine;
    }
}

public static class MachineSignInSetup
{
    public static void AddMachineSignIn(this IServiceCollection services)
    {
        services.AddSingleton<MachineSecrets>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, MachineSignIn>(MachineSignIn.Name, null);
        services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            o =>
                o.ForwardDefaultSelector = http =>
                    MachineSignIn.IsFor(http) ? MachineSignIn.Name
                    : SessionCookie.IsFor(http) ? SessionCookie.Name
                    : null
        );
    }
}
