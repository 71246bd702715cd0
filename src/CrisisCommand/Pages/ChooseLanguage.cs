using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ChooseLanguageEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Swedish or English from now on in this browser.</summary>
    public static void MapChooseLanguage(this IEndpointRouteBuilder app) =>
        app.MapPost("/language", Post).Page("ChooseLanguage", "Pages", Capability.SignIn);

    private static async Task<IResult> Post(HttpContext http, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token).ConfigureAwait(false);
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
