using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class PrintCrisisManualEndpoint
{
    /// <summary>The cards of a crisis as one page to print, with what is done and skipped so far.</summary>
    public static void MapPrintCrisisManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/manual/print", Get)
            .Read<string>("PrintCrisisManual", "Manual", KloCapabilities.ReadCrisis)
            .Page();

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        CardReading reading,
        TimeProvider clock,
        CancellationToken token
    )
    {
        if (await reading.Of(http, crisisId, token) is not { } read)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var now = Clock.Now(clock);
        var (print, wording) = await reading.Say(
            http,
            words => (ManualPrint.OfCrisis(CommandBinding.RealmOf(http), crisisId, read, words, now), new ManualWording(words)),
            token
        );
        return PrintSheet.Answer(http, print, wording);
    }
}
