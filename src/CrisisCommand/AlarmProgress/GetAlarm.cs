using CrisisCommand.Alarms;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.AlarmProgress;

public static class GetAlarmEndpoint
{
    /// <summary>How far an alarm has come: who has it and by which number, and what became of it. For its sender, and for our duty organisation.</summary>
    public static void MapGetAlarm(this IEndpointRouteBuilder api) =>
        api.MapGet("/alarms/{alarmId:guid}", Get).Read<AlarmProgressShown>("GetAlarm", "Alarms", AlarmsCapabilities.ReadAlarm);

    private static async Task<IResult> Get(HttpContext http, Guid alarmId, AlarmProgressReading reading, CancellationToken token) =>
        await reading.Of(Reader.Of(http), alarmId, token) is { } shown ? TypedResults.Ok(shown) : Answers.Problem(Problems.NotFound);
}
