using System.Security.Claims;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Access;

/// <summary>
/// Browsers sign in once and carry a cookie: by the OIDC authority in production (authorization code with PKCE), by the development
/// identity's picker otherwise. The cookie says who, never what they may: that is asked of the journal at every request.
/// </summary>
public static class SessionCookie
{
    public const string Name = "Session";

    /// <summary>The header, or form field, that a command of a signed-in page carries beside the cookie.</summary>
    public const string ForgeryHeader = "RequestVerificationToken";

    /// <summary>A crisis outlasts a shift; whoever works through it is not signed out in the middle.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(14);

    /// <summary>Whether a request is a browser's: it has the cookie, or asks for a page and will be shown where to sign in.</summary>
    public static bool IsFor(HttpContext http) =>
        http.Request.Headers.Authorization.Count == 0
        && (http.Request.Cookies.ContainsKey(CookieName) || !http.Request.Path.StartsWithSegments("/api"));

    private const string CookieName = "crisiscommand";

    public static void AddSessionCookie(this WebApplicationBuilder builder)
    {
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        builder.Services.AddAntiforgery(o =>
        {
            o.HeaderName = ForgeryHeader;
            o.Cookie.Name = "antiforgery";
            o.Cookie.SecurePolicy = secure;
            o.SuppressXFrameOptionsHeader = true;
        });
        var authentication = builder.Services.AddAuthentication().AddCookie(Name, o => AsSession(o, secure));
        var settings = builder.Configuration.GetSection("Identity");
        if (!string.IsNullOrWhiteSpace(settings["ClientId"]))
        {
            authentication.AddOpenIdConnect(o => ByAuthority(o, settings, secure, builder.Environment.IsDevelopment()));
        }
    }

    private static void AsSession(CookieAuthenticationOptions o, CookieSecurePolicy secure)
    {
        o.Cookie.Name = CookieName;
        o.Cookie.Path = "/";
        o.Cookie.HttpOnly = true;
        // Lax: a link in a message leads to a page, and the authority leads back to ours.
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = secure;
        o.ExpireTimeSpan = Lifetime;
        o.LoginPath = "/sign-in";
        o.ReturnUrlParameter = "next";
        o.Events.OnRedirectToLogin = Challenge;
    }

    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (PageRoutes.WantsPage(context.HttpContext))
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
        // Who it is, is all that we keep.
        o.Events.OnTokenValidated = context =>
        {
            context.Principal = PrincipalOf(context.Principal!.FindFirstValue("sub")!);
            return Task.CompletedTask;
        };
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
                await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http).ConfigureAwait(false);
            }
            catch (AntiforgeryValidationException)
            {
                await ProblemResponses.Write(http, AccessRefusals.ForgedRequest).ConfigureAwait(false);
                return;
            }
        }

        await next(http).ConfigureAwait(false);
    }

    private static bool IsCommandByCookie(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method)
        && !HttpMethods.IsHead(http.Request.Method)
        && !HttpMethods.IsOptions(http.Request.Method)
        // A signed link says itself who its bearer is; the cookie adds nothing to it.
        && http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { Capability: Capability.BearSignedLink }
        && http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme == Name;
}
