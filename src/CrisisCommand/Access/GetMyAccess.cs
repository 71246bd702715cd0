using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Access;

/// <summary>What the caller is and may do, in the realm or in one crisis, as of now.</summary>
/// <param name="Functions">Those held in the crisis.</param>
/// <param name="OpensTexts">Whether what is read comes with the words that people wrote.</param>
public sealed record AccessShown(
    PersonId Person,
    SubjectKind Kind,
    IReadOnlyList<StandingRole> Roles,
    IReadOnlyList<FunctionKey> Functions,
    bool Leads,
    bool OpensTexts,
    IReadOnlyList<Capability> Capabilities
);

public static class GetMyAccessEndpoint
{
    public static void MapGetMyAccess(this IEndpointRouteBuilder api)
    {
        api.MapGet("/access", Get).Read<AccessShown>("GetMyAccess", "Access", ReferenceCapabilities.ReadReference);
        api.MapGet("/crises/{crisisId:guid}/access", Get).Read<AccessShown>("GetMyAccessInCrisis", "Access", KloCapabilities.ReadKlo);
    }

    private static async Task<IResult> Get(
        HttpContext http,
        Guid? crisisId,
        AccessGuard guard,
        AccessRules rules,
        Journals journals,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var crisis = crisisId is { } id ? await journals.Load(reader.Realm, StreamKinds.Crisis, id, token) : null;
        var actor = await guard.Find(reader.Realm, reader.Person, crisis, token);
        return TypedResults.Ok(
            new AccessShown(
                actor.Person,
                actor.Standing.Kind,
                [.. actor.Standing.Roles.Keys],
                [.. actor.Held.Select(p => p.Function)],
                actor.Leads,
                rules.OpensTexts(actor, crisis is null ? AccessCapabilities.ReadIncidents : KloCapabilities.ReadCrisis),
                [.. rules.All(actor)]
            )
        );
    }
}
