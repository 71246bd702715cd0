using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// Who calls: bearer tokens of an OIDC authority. The host itself takes no signing key from anywhere; the development identity, which does
/// bring a key of its own, is an assembly that a published build does not contain.
/// </summary>
public static class Identity
{
    /// <summary>Asymmetric signatures only: a shared secret would let every holder of it be anybody.</summary>
    private static readonly string[] Asymmetric = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        services.AddRememberedTokens();
        if (services.Any(s => s.ServiceType == typeof(IConfigureOptions<JwtBearerOptions>)))
        {
            return;
        }

        services.RefuseStart(FaultOf(builder.Configuration));
        var settings = builder.Configuration.GetSection("Identity");
        services
            .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(o =>
            {
                o.Authority = settings["Authority"];
                o.Audience = settings["Audience"];
                o.RequireHttpsMetadata = true;
                o.MapInboundClaims = false;
                o.TokenValidationParameters.NameClaimType = "sub";
                o.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
                o.TokenValidationParameters.ValidAlgorithms = Asymmetric;
            });
    }

    private static void AddRememberedTokens(this IServiceCollection services) =>
        services
            .AddSingleton<RememberingTokenHandler>()
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<RememberingTokenHandler>(
                (o, handler) =>
                {
                    handler.MapInboundClaims = false;
                    o.TokenHandlers.Clear();
                    o.TokenHandlers.Add(handler);
                }
            );

    /// <summary>What makes the settings unfit to serve with; null when they are fit.</summary>
    public static string? FaultOf(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Identity");
        return configuration.GetSection("Authentication:Schemes").Exists()
            || settings.GetChildren().Any(c => c.Key.Contains("Key", StringComparison.OrdinalIgnoreCase))
                ? "Signing keys are never configured: remove Authentication:Schemes and every Identity:*Key, and name an OIDC authority."
            : !Uri.TryCreate(settings["Authority"], UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps
                ? "Identity:Authority is not set to the https address of the OIDC authority."
            : string.IsNullOrWhiteSpace(settings["Audience"]) ? "Identity:Audience is not set."
            : null;
    }
}
