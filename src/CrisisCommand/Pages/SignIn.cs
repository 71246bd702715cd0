using CrisisCommand.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Pages;

public static class SignInEndpoint
{
    /// <summary>Leads to whoever knows people here: the OIDC authority, or the development identity's picker; then on to where one was going.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app) => app.MapGet("/sign-in", Get).Page("SignIn", "Pages", Capability.SignIn);

    private static async Task<IResult> Get(string? next, IAuthenticationSchemeProvider schemes, IConfiguration configuration)
    {
        var target = PageRoutes.LocalOr(next, "/");
        return await schemes.GetSchemeAsync(OpenIdConnectDefaults.AuthenticationScheme).ConfigureAwait(false) is { } authority
                ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = target }, [authority.Name])
            : configuration["Identity:Picker"] is { Length: > 0 } picker
                ? TypedResults.Redirect($"{picker}?next={Uri.EscapeDataString(target)}")
            : Answers.Problem(PageRefusals.NoSignIn);
    }
}
