using CrisisCommand.Platform;

namespace CrisisCommand.Crises;

public static class GetCrisisEndpoint
{
    /// <summary>One crisis: what it is about, and whether it goes on.</summary>
    public static void MapGetCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}", Get).Read<CrisisShown>("GetCrisis", "Crises", Capability.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, Journals journals, Openings openings, CancellationToken token)
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } stream)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var crisis = stream.State<Crisis>();
        var read = await openings.Read(realm, [.. crisis.Texts], token).ConfigureAwait(false);
        return Answers.Versioned(http, CrisisShown.Of(crisisId, crisis, new(Problems.CultureOf(http.Request), read)), stream.Version);
    }
}
