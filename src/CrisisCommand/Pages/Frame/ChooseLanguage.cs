using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Pages.Frame;

public static class ChooseLanguageEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Swedish or English from now on in this browser.</summary>
    public static void MapChooseLanguage(this IEndpointRouteBuilder app) =>
        app.MapPost("/language", (Delegate)Post).Page("ChooseLanguage", "Pages", PlatformCapabilities.SignIn);

    private static async Task<IResult> Post(HttpContext http)
    {
        if (await Forms.Read(http) is not { } form)
        {
            return Answers.Problem(Problems.InvalidBody);
        }

        if (form["language"].ToString() is var chosen && Language.IsKnown(chosen))
        {
            http.Response.Cookies.Append(
                Language.Cookie,
                chosen,
                new()
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    MaxAge = Kept,
                }
            );
        }

        return TypedResults.LocalRedirect(PageRoutes.LocalOr(form["next"], "/"));
    }
}
