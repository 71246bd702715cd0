using System.Security.Claims;
using System.Text.Encodings.Web;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Access;

/// <summary>
/// Machines that cannot fetch tokens: <c>Authorization: ApiKey {machine}.{random}</c>, or a message signed by Standard Webhooks to an
/// address with <c>?sender={machine}</c>, whose <c>webhook-id</c> is its Idempotency-Key: both stay the same over retries.
/// </summary>
public sealed class MachineSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    MachineSecrets secrets,
    Guesses guesses
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Machine";
    private const string ApiKey = "ApiKey ";

    /// <summary>Wrong keys and signatures, by the address that they come from and by the machine that they claim to be.</summary>
    public const string Guessed = "Keys";

    private TimeSpan? _wait;

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
        var key = given.Length > ApiKey.Length ? given[ApiKey.Length..].Trim() : null;
        string[] whose = [CallerAddress.Of(Context), $"machine {key?.Split('.')[0] ?? Request.Query["sender"].ToString()}"];
        var spent = whose.Any(w => guesses.AreSpent(Guessed, w));
        var machine = key is null ? await BySignature(new(realm), spent) : await ByKey(new(realm), key, spent);
        if (machine is { } known)
        {
            return AuthenticateResult.Success(new(new(new ClaimsIdentity([new Claim("sub", known.Value)], Name, "sub", null)), Name));
        }

        _wait = whose.Select(w => guesses.Wrong(Guessed, w)).Max();
        return AuthenticateResult.Fail("No live key of that machine.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        _wait is { } wait ? Limits.Refuse(Context, wait) : base.HandleChallengeAsync(properties);

    /// <summary>Where enough have been wrong, the store is asked only about a key that is right by what this node remembers.</summary>
    private async Task<PersonId?> ByKey(Realm realm, string key, bool spent) =>
        spent && await secrets.ByApiKey(realm, key, anew: false, Context.RequestAborted) is null
            ? null
            : await secrets.ByApiKey(realm, key, anew: true, Context.RequestAborted);

    private async Task<PersonId?> BySignature(Realm realm, bool spent)
    {
        if (
            !Key.TryParse<PersonId>(Request.Query["sender"], out var machine)
            || (spent && !await secrets.MaySign(realm, machine, Context.RequestAborted))
        )
        {
            return null;
        }

        Request.EnableBuffering(CommandBinding.MaxBody, CommandBinding.MaxDrained);
        var body = await CommandBinding.ReadBody(Context);
        Request.Body.Position = 0;
        if (!await secrets.Signed(realm, machine, Request.Headers, body, Context.RequestAborted))
        {
            return null;
        }

        if (RefuseKey(Request.Headers) is { } refusal)
        {
            throw new InvalidInput(refusal);
        }

        Request.Headers["Idempotency-Key"] = Request.Headers[StandardWebhooks.IdHeader];
        return machine;
    }

    /// <summary>
    /// Only the id is signed. A key beside it would be anybody's who caught the message, and each new one would make of one message one
    /// more command.
    /// </summary>
    private static Refusal? RefuseKey(IHeaderDictionary headers)
    {
        var id = headers[StandardWebhooks.IdHeader].ToString();
        var beside = headers["Idempotency-Key"];
        return IdempotencyKey.Parse(id) != id ? AccessRefusals.WebhookIdInvalid
            : beside.Count > 0 && IdempotencyKey.Parse(beside) != id ? AccessRefusals.KeyBesideWebhookId
            : null;
    }
}

public static class MachineSignInSetup
{
    public static void AddMachineSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SealedSecrets>();
        services.AddSingleton<MachineSecrets>();
        services.AddGuessable(MachineSignIn.Guessed, new(50, 12));
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
