using System.Security.Claims;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Access.Sessions;

/// <summary>
/// Browsers sign in once and carry a cookie: by the OIDC authority in production (authorization code with PKCE), by the development
/// identity's picker otherwise. The cookie says who and which session, never what they may; both are asked of the journal at every request.
/// </summary>
public static class SessionCookie
{
    public const string Name = "Session";

    /// <summary>Whether a request is a browser's: it has the cookie, or asks for a page and will be shown where to sign in.</summary>
    public static bool IsFor(HttpContext http) =>
        http.Request.Headers.Authorization.Count == 0
        && (
            http.Request.Cookies.ContainsKey(CookieName)
            || http.Request.Cookies.ContainsKey(HostOnly + CookieName)
            || !http.Request.Path.StartsWithSegments("/api")
        );

    private const string CookieName = "crisiscommand";

    /// <summary>Browsers take a cookie of such a name only by https, from this very host, for all of it (RFC 6265bis §4.1.3.2).</summary>
    private const string HostOnly = "__Host-";

    public static void AddSessionCookie(this WebApplicationBuilder builder)
    {
        var (secure, prefix) = builder.Environment.IsDevelopment()
            ? (CookieSecurePolicy.SameAsRequest, "")
            : (CookieSecurePolicy.Always, HostOnly);
        builder.Services.AddAntiforgery(o =>
        {
            o.HeaderName = PageContext.ForgeryHeader;
            o.Cookie.Name = $"{prefix}antiforgery";
            o.Cookie.Path = "/";
            o.Cookie.SecurePolicy = secure;
            o.SuppressXFrameOptionsHeader = true;
        });
        var authentication = builder.Services.AddAuthentication().AddCookie(Name, o => AsSession(o, secure, prefix));
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(Name)
            .Configure<SessionTimes>((o, times) => o.ExpireTimeSpan = times.Idle < times.Longest ? times.Idle : times.Longest);
        var settings = builder.Configuration.GetSection("Identity");
        if (!string.IsNullOrWhiteSpace(settings["ClientId"]))
        {
            authentication.AddOpenIdConnect(o => ByAuthority(o, settings, secure, builder.Environment.IsDevelopment()));
        }
    }

    private static void AsSession(CookieAuthenticationOptions o, CookieSecurePolicy secure, string prefix)
    {
        o.Cookie.Name = prefix + CookieName;
        o.Cookie.Path = "/";
        o.Cookie.HttpOnly = true;
        // Lax: a link in a message leads to a page, and the authority leads back to ours.
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = secure;
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.ReturnUrlParameter = "next";
        o.Events.OnRedirectToLogin = Challenge;
        o.Events.OnSigningIn = Begin;
        o.Events.OnValidatePrincipal = Check;
        o.Events.OnSigningOut = context => EndOwn(context.HttpContext);
    }

    private static async Task Begin(CookieSigningInContext context)
    {
        // Whoever signs in anew leaves the session that this browser had.
        await EndOwn(context.HttpContext);
        var person = CommandBinding.PersonOf(context.Principal!);
        var id = await BookOf(context.HttpContext).Begin(person, context.HttpContext.RequestAborted);
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new(SessionBook.Claim, id));
    }

    /// <summary>A cookie whose session is over is nobody's, and the browser is asked to sign in.</summary>
    private static async Task Check(CookieValidatePrincipalContext context)
    {
        if (
            SessionBook.Of(context.Principal!) is not { } session
            || !await BookOf(context.HttpContext)
                .Stands(CommandBinding.PersonOf(context.Principal!), session, anew: true, context.HttpContext.RequestAborted)
        )
        {
            context.RejectPrincipal();
        }
    }

    private static async Task EndOwn(HttpContext http)
    {
        var own = await http.AuthenticateAsync(Name);
        if (own.Principal is { } signedIn && SessionBook.Of(signedIn) is { } session)
        {
            await BookOf(http).End(CommandBinding.PersonOf(signedIn), session, http.RequestAborted);
        }
    }

    private static SessionBook BookOf(HttpContext http) => http.RequestServices.GetRequiredService<SessionBook>();

    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (BrowserRequests.WantsPage(context.HttpContext))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private static void ByAuthority(OpenIdConnectOptions o, IConfigurationSection settings, CookieSecurePolicy secure, bool development)
    {
        o.SignInScheme = Name;
        o.Authority = settings["Authority"];
        o.ClientId = settings["ClientId"];
        o.ClientSecret = settings["ClientSecret"];
        o.RequireHttpsMetadata = !development;
        o.ResponseType = "code";
        // Back by an ordinary visit, which lax cookies come along with.
        o.ResponseMode = "query";
        (o.CorrelationCookie.SameSite, o.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, secure);
        (o.NonceCookie.SameSite, o.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, secure);
        o.CallbackPath = "/sign-in/callback";
        o.SignedOutCallbackPath = "/sign-out/callback";
        o.MapInboundClaims = false;
        o.TokenValidationParameters.NameClaimType = "sub";
        o.Scope.Clear();
        o.Scope.Add("openid");
        o.Events.OnRemoteFailure = SignInFailure.Answer;
        // Who it is, is all that we keep.
        o.Events.OnTokenValidated = ByPersonOnly;
    }

    /// <summary>The authority may know our machines as well: their tokens are for the API, and no browser is let in by one.</summary>
    private static async Task ByPersonOnly(Microsoft.AspNetCore.Authentication.OpenIdConnect.TokenValidatedContext context)
    {
        var subject = context.Principal!.FindFirstValue("sub")!;
        foreach (var realm in context.HttpContext.RequestServices.GetRequiredService<Realms>().All)
        {
            if (Key.TryParse<PersonId>(subject, out var known) && await MachinePages.IsMachine(context.HttpContext, realm, known))
            {
                await ProblemResponses.Write(context.HttpContext, AccessRefusals.MachineSession);
                context.HandleResponse();
                return;
            }
        }

        context.Principal = PrincipalOf(subject);
    }

    /// <summary>A person as the cookie holds them.</summary>
    public static ClaimsPrincipal PrincipalOf(string person) => new(new ClaimsIdentity([new Claim("sub", person)], Name, "sub", null));

    /// <summary>Middleware: a command that comes by cookie shows that a page of ours made it; without that it is another site's.</summary>
    public static async Task RefuseForged(HttpContext http, RequestDelegate next)
    {
        if (IsCommandByCookie(http))
        {
            try
            {
                await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            }
            catch (AntiforgeryValidationException)
            {
                await ProblemResponses.Write(http, AccessRefusals.ForgedRequest);
                return;
            }
        }

        await next(http);
    }

    private static bool IsCommandByCookie(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method)
        && !HttpMethods.IsHead(http.Request.Method)
        && !HttpMethods.IsOptions(http.Request.Method)
        // A signed link says itself who its bearer is; the cookie adds nothing to it.
        && http.GetEndpoint()?.Metadata.GetMetadata<Needs>()?.Capability != PlatformCapabilities.BearSignedLink
        && http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme == Name;
}
