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
        if (Asked(http) is { Count: > 0 } rights)
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

    /// <summary>The rights of which one is asked; none where it is no command, or one that asks nobody who they are.</summary>
    private static List<Capability> Asked(HttpContext http)
    {
        if (
            HttpMethods.IsGet(http.Request.Method)
            || http.GetEndpoint()?.Metadata is not { } metadata
            || metadata.GetMetadata<Reads>() is not null
        )
        {
            return [];
        }

        var needs = metadata.GetOrderedMetadata<Needs>().Select(n => n.Capability);
        var instead = metadata.GetOrderedMetadata<NeedsInstead>().Select(n => n.Capability);
        return needs.Any(PlatformCapabilities.AskNobody) ? [] : [.. needs, .. instead];
    }

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
        StreamSnapshot? crisis = null;
        if (http.Request.RouteValues.TryGetValue("crisisId", out var route) && Guid.TryParse(route as string, out var id))
        {
            crisis = await journals.Known(realm, StreamKinds.Crisis, id, anew, http.RequestAborted);
            if (!crisis.Exists)
            {
                return Problems.NotFound;
            }
        }

        var actor = await guard.Find(realm, person, crisis, http.RequestAborted, anew);
        var refusals = rights.Select(right => rules.RefuseOutright(actor, right)).ToList();
        return refusals.Contains(null) ? null : refusals[0];
    }

    /// <summary>What was answered once is answered again to whoever sent it, whatever they may do since.</summary>
    private async Task<bool> WasCarriedOut(HttpContext http, Realm realm, PersonId person) =>
        IdempotencyKey.Parse(http.Request.Headers["Idempotency-Key"]) is { } key
        && await journals.ReceiptOf(realm, person, key, http.RequestAborted) is not null;
}
