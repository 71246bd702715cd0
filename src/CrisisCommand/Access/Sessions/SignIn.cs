using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Access.Sessions;

public static class SignInEndpoint
{
    /// <summary>Leads to whoever knows people here: the OIDC authority, or the development identity's picker; then on to where one was going.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app) =>
        app.MapGet("/sign-in", Get).Page("SignIn", "Pages", PlatformCapabilities.SignIn);

    private static async Task<IResult> Get(
        string? next,
        HttpContext http,
        IAuthenticationSchemeProvider schemes,
        IConfiguration configuration
    )
    {
        var target = PageRoutes.LocalOr(next, "/");
        return await schemes.GetSchemeAsync(OpenIdConnectDefaults.AuthenticationScheme) is { } authority
                ? await Lead(http, authority.Name, target)
            : configuration["Identity:Picker"] is { Length: > 0 } picker
                ? TypedResults.Redirect($"{picker}?next={Uri.EscapeDataString(target)}")
            : Answers.Problem(PageRefusals.NoSignIn);
    }

    private static async Task<IResult> Lead(HttpContext http, string authority, string target)
    {
        try
        {
            await http.ChallengeAsync(authority, new AuthenticationProperties { RedirectUri = target });
            return TypedResults.Empty;
        }
        catch (Exception away) when (SignInFailure.IsAway(away) && !http.RequestAborted.IsCancellationRequested)
        {
            // Where the authority sends people is read from the authority itself.
            http.Features.Set(new WayOn("/sign-in?next=" + Uri.EscapeDataString(target), "pages.sign-in-again"));
            return Answers.Problem(PageRefusals.AuthorityAway);
        }
    }
}
