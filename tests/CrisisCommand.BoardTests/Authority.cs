using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrisisCommand.BoardTests;

/// <summary>An OIDC authority as organisations have one (OpenIddict), which takes everybody who comes for one person.</summary>
public sealed class Authority : IAsyncDisposable
{
    public const string Client = "crisiscommand";
    public const string Secret = "only-in-this-test";
    private readonly WebApplication _app;

    private Authority(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Authority> Of(string person)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        builder
            .Services.AddOpenIddict()
            .AddServer(o =>
            {
                o.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("end");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                o.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                o.UseAspNetCore().DisableTransportSecurityRequirement();
                o.AddEventHandler<ValidateAuthorizationRequestContext>(b =>
                    b.UseInlineHandler(c => Only(c.ClientId == Client, () => c.Reject("unauthorized_client")))
                );
                o.AddEventHandler<ValidateTokenRequestContext>(b =>
                    b.UseInlineHandler(c => Only(c is { ClientId: Client, ClientSecret: Secret }, () => c.Reject("invalid_client")))
                );
                o.AddEventHandler<ValidateEndSessionRequestContext>(b => b.UseInlineHandler(_ => default));
                o.AddEventHandler<HandleAuthorizationRequestContext>(b =>
                    b.UseInlineHandler(c =>
                    {
                        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Subject, null);
                        identity.AddClaim(OpenIddictConstants.Claims.Subject, person);
                        c.SignIn(new ClaimsPrincipal(identity).SetScopes(c.Request.GetScopes()));
                        return default;
                    })
                );
            });
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ValueTask Only(bool right, Action reject)
    {
        if (!right)
        {
            reject();
        }

        return default;
    }
}
