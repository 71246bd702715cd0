using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Boards;

public static class GetMyCrisisEndpoint
{
    /// <summary>What the crisis expects of the caller, who leads, and what the caller may do: all that a phone needs.</summary>
    public static void MapGetMyCrisis(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/me", Get).Read<MyCrisis>("GetMyCrisis", "Boards", KloCapabilities.ReadKlo);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, MyCrisisReading reading, CancellationToken token) =>
        await reading.Of(Reader.Of(http), crisisId, token) is { } read
            ? Answers.Versioned(http, read.Mine, read.Crisis.Version)
            : Answers.Problem(Problems.NotFound);
}
