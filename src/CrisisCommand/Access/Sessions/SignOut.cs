using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CrisisCommand.Access.Sessions;

public static class SignOutEndpoint
{
    /// <summary>
    /// Ends the session here (<c>everywhere</c>: all of the person's) and, where one signed in there, with the OIDC authority: a shared computer
    /// asks anew, and a kept copy of the cookie opens nothing.
    /// </summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", Post).Page("SignOut", "Pages", PlatformCapabilities.SignIn);

    private static async Task<IResult> Post(
        HttpContext http,
        IAuthenticationSchemeProvider schemes,
        SessionBook sessions,
        CancellationToken token
    )
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(token) : FormCollection.Empty;
        if (form.ContainsKey("everywhere") && SessionBook.Of(http.User) is not null)
        {
            await sessions.EndAll(CommandBinding.PersonOf(http.User), token);
        }

        var authority = await schemes.GetSchemeAsync(OpenIdConnectDefaults.AuthenticationScheme);
        return TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = "/sign-in" },
            authority is null ? [SessionCookie.Name] : [SessionCookie.Name, authority.Name]
        );
    }
}
