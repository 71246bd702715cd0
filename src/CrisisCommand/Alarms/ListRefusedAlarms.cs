using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Alarms;

public static class ListRefusedAlarmsEndpoint
{
    /// <summary>The senders of alarms that were refused and that nobody has seen to, with number and reasons.</summary>
    public static void MapListRefusedAlarms(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarms/refused", Get)
            .Read<IReadOnlyList<RefusedSenderShown>>("ListRefusedAlarms", "Alarms", AlarmsCapabilities.ReadRefusedAlarms);

    private static async Task<IResult> Get(HttpContext http, Page page, RefusedReading reading, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var following = await reading.Following(reader.Realm, page.AfterId, page.Limit + 1, token);
        var found = page.Cut(http, following, v => v.Id.ToString("N"));
        return TypedResults.Ok(await reading.Show(reader, found, token));
    }
}
