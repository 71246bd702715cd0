using CrisisCommand.Access;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Pages;

public static class SignOutEndpoint
{
    /// <summary>Ends the session here and, where one signed in there, with the OIDC authority: a shared computer asks anew.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", Post).Page("SignOut", "Pages", Capability.SignIn);

    private static async Task<IResult> Post(IAuthenticationSchemeProvider schemes)
    {
        var authority = await schemes.GetSchemeAsync(OpenIdConnectDefaults.AuthenticationScheme).ConfigureAwait(false);
        return TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = "/sign-in" },
            authority is null ? [SessionCookie.Name] : [SessionCookie.Name, authority.Name]
        );
    }
}
