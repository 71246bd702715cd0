using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Crises;

public static class GetCrisisEndpoint
{
    /// <summary>One crisis: what it is about, and whether it goes on.</summary>
    public static void MapGetCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}", Get).Read<CrisisShown>("GetCrisis", "Crises", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        Openings openings,
        PersonDirectory directory,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        if (await journals.Load(reader.Realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } stream)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var crisis = stream.State<Crisis>();
        var read = await openings.Read(reader, [.. crisis.Texts], token).ConfigureAwait(false);
        var names = await directory.Names(reader, token).ConfigureAwait(false);
        return Answers.Versioned(http, CrisisShown.Of(crisisId, crisis, reader.Words(read), names.GetValueOrDefault), stream.Version);
    }
}
