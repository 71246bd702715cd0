using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Crises;

public static class GetCrisisEndpoint
{
    /// <summary>One crisis: what it is about, and whether it goes on.</summary>
    public static void MapGetCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}", Get).Read<CrisisShown>("GetCrisis", "Crises", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        Journals journals,
        Speaker speaker,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        if (await journals.Load(reader.Realm, StreamKinds.Crisis, crisisId, token) is not { } stream)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await speaker.Say(reader, words => CrisisShown.Of(crisisId, stream.State<Crisis>(), Clock.Now(clock), words), token);
        return Answers.Versioned(http, shown, stream.Version);
    }
}
