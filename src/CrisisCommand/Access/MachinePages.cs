using CrisisCommand.Access.Sessions;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Authentication;

namespace CrisisCommand.Access;

/// <summary>
/// A machine has no session and reads no pages, whoever the identity's authority says has signed in: what it may, it does on the endpoints
/// made for it.
/// </summary>
public static class MachinePages
{
    /// <summary>Middleware, after authentication.</summary>
    public static async Task Refuse(HttpContext http, RequestDelegate next)
    {
        if (IsForPersons(http) && Key.TryParse<PersonId>(http.User.FindFirst("sub")?.Value, out var subject))
        {
            var realm = new Realm(http.Request.RouteValues["realm"] as string ?? Realm.Live.Name);
            if (await IsMachine(http, realm, subject))
            {
                await ProblemResponses.Write(http, AccessRefusals.MachineSession);
                return;
            }
        }

        await next(http);
    }

    /// <summary>Whether a subject is registered as a machine, as far as this node knows: nobody becomes one who was a person of ours.</summary>
    public static async Task<bool> IsMachine(HttpContext http, Realm realm, PersonId subject) =>
        (
            await http
                .RequestServices.GetRequiredService<Journals>()
                .Known(realm, StreamKinds.Person, Person.StreamOf(subject), refresh: false, http.RequestAborted)
        )
            .State<Standing>()
            .IsMachine;

    /// <summary>Where nobody is asked who they are, nobody is refused for what they are.</summary>
    private static bool IsForPersons(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is { Capability: var needs }
        && !PlatformCapabilities.AskNobody(needs)
        && (http.GetEndpoint()?.Metadata.GetMetadata<PageRoute>() is not null || ComesByCookie(http));

    private static bool ComesByCookie(HttpContext http) =>
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme == SessionCookie.Name;
}
