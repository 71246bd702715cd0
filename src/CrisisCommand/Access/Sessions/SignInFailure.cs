using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Access.Sessions;

/// <summary>
/// What is said to whoever comes back from the authority without having been signed in: why, and the way to sign in again, with where they
/// were going kept. It is never a fault of ours, and nobody is left at a page without a way on.
/// </summary>
public static class SignInFailure
{
    /// <summary>RFC 6749 §4.1.2.1 and what OIDC adds to it: the person said no, or did not do what they were asked.</summary>
    private static readonly string[] Declined =
    [
        "access_denied",
        "login_required",
        "interaction_required",
        "consent_required",
        "account_selection_required",
    ];

    private static readonly string[] Away = ["server_error", "temporarily_unavailable"];

    public static async Task Answer(RemoteFailureContext context)
    {
        context.HandleResponse();
        var target = PageRoutes.LocalOr(context.Properties?.RedirectUri, "/");
        var refusal = Of(context.Request.Query["error"], context.Failure);
        if (refusal == AccessRefusals.SignInFailed && await IsSignedIn(context.HttpContext))
        {
            // They pressed Back: the answer is spent, and they are in.
            context.Response.Redirect(target);
            return;
        }

        context.HttpContext.Features.Set(new WayOn("/sign-in?next=" + Uri.EscapeDataString(target), "pages.sign-in-again"));
        await ProblemResponses.Write(context.HttpContext, refusal);
    }

    public static Refusal Of(StringValues error, Exception? failure) =>
        error is [{ } code] && Declined.Contains(code) ? AccessRefusals.SignInDeclined
        : (error is [{ } other] && Away.Contains(other)) || IsAway(failure) ? PageRefusals.AuthorityAway
        : AccessRefusals.SignInFailed;

    /// <summary>Whether whoever knows people here did not answer, or could not.</summary>
    public static bool IsAway(Exception? failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is IOException or HttpRequestException or TimeoutException or TaskCanceledException)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> IsSignedIn(HttpContext http) => (await http.AuthenticateAsync(SessionCookie.Name)).Succeeded;
}
