using CrisisCommand.Platform;

namespace CrisisCommand.Manual;

public static class PrintCrisisManualEndpoint
{
    /// <summary>The cards of a crisis as one page to print, with what is done and skipped so far.</summary>
    public static void MapPrintCrisisManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/manual/print", Get).Read<string>("PrintCrisisManual", "Manual", Capability.ReadCrisis).Page();

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        CardReading reading,
        TimeProvider clock,
        CancellationToken token
    )
    {
        if (await reading.Of(http, crisisId, token).ConfigureAwait(false) is not { } read)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var print = ManualPrint.OfCrisis(CommandBinding.RealmOf(http), crisisId, read, Clock.Now(clock));
        return PrintSheet.Answer(http, print, new(read.Words));
    }
}
