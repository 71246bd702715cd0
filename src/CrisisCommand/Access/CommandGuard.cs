using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>
/// Asks of a command, before its body is read, whether its sender has the right to anything of the kind: whoever has not costs no more than
/// the question. What the right hangs on beside that (the function, the task) is asked where the command is decided, as ever.
/// </summary>
public sealed class CommandGuard(Journals journals, AccessGuard guard, AccessRules rules)
{
    /// <summary>Middleware, before anything of the request's body is read.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        if (!IsRead(http) && AskedBy(http) is { Count: > 0 } rights)
        {
            var own = http.RequestServices.GetRequiredService<CommandGuard>();
            if (await own.Refuse(http, rights) is { } refusal)
            {
                Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
                await ProblemResponses.Write(http, refusal);
                return;
            }
        }

        await next(http);
    }

    /// <summary>Also what is posted only to be read: it changes nothing.</summary>
    internal static bool IsRead(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<Reads>() is not null;

    /// <summary>The rights of which one is asked; none where nobody is asked who they are.</summary>
    internal static List<Capability> AskedBy(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } metadata)
        {
            return [];
        }

        var needs = metadata.GetOrderedMetadata<Needs>().Select(n => n.Capability);
        var instead = metadata.GetOrderedMetadata<NeedsInstead>().Select(n => n.Capability);
        return needs.Any(PlatformCapabilities.AskNobody) ? [] : [.. needs, .. instead];
    }

    /// <summary>The crisis, or else the incident, that a request is about by its path.</summary>
    internal static (string Kind, Guid Id)? About(HttpContext http) =>
        IdIn(http, "crisisId") is { } crisis ? (StreamKinds.Crisis, crisis)
        : IdIn(http, "incidentId") is { } incident ? (StreamKinds.Incident, incident)
        : null;

    private static Guid? IdIn(HttpContext http, string name) =>
        http.Request.RouteValues.TryGetValue(name, out var route) && Guid.TryParse(route as string, out var id) ? id : null;

    private async Task<Refusal?> Refuse(HttpContext http, List<Capability> rights)
    {
        var (realm, person) = (CommandBinding.RealmOf(http), CommandBinding.PersonOf(http.User));
        // By what this node knows, which costs nothing; only who would be refused by that is looked up anew.
        return await Refuse(http, realm, person, rights, anew: false) is null ? null
            : await Refuse(http, realm, person, rights, anew: true) is not { } refusal ? null
            : await WasCarriedOut(http, realm, person) ? null
            : refusal;
    }

    private async Task<Refusal?> Refuse(HttpContext http, Realm realm, PersonId person, List<Capability> rights, bool anew)
    {
        StreamSnapshot? about = null;
        if (About(http) is var (kind, id))
        {
            about = await journals.Known(realm, kind, id, anew, http.RequestAborted);
            if (!about.Exists && kind == StreamKinds.Crisis)
            {
                return Problems.NotFound;
            }
        }

        var actor = await guard.Find(realm, person, about, http.RequestAborted, anew);
        var refusals = rights.Select(right => rules.RefuseOutright(actor, right)).ToList();
        return refusals.Contains(null) ? null : refusals[0];
    }

    /// <summary>What was answered once is answered again to whoever sent it, whatever they may do since.</summary>
    private async Task<bool> WasCarriedOut(HttpContext http, Realm realm, PersonId person) =>
        IdempotencyKey.Parse(http.Request.Headers["Idempotency-Key"]) is { } key
        && await journals.ReceiptOf(realm, person, key, http.RequestAborted) is not null;
}
