using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Duty;

public static class GetDutyNowEndpoint
{
    /// <summary>Who is on duty now, or at <c>?at=</c>, until when, and who comes next.</summary>
    public static void MapGetDutyNow(this IEndpointRouteBuilder api) =>
        api.MapGet("/duty/now", Get).Read<DutyNowShown>("GetDutyNow", "Duty", DutyCapabilities.ReadRoster);

    private static async Task<IResult> Get(HttpContext http, DutyReading reading, TimeProvider clock, CancellationToken token) =>
        TypedResults.Ok(await reading.At(Reader.Of(http), DutyTimes.Query(http, "at") ?? Clock.Now(clock), token));
}
