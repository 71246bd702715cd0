using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

public static class PrintManualEndpoint
{
    /// <summary>The whole manual as one page to print: it must also lie in a binder. The cards are in the language that they were written in.</summary>
    public static void MapPrintManual(this IEndpointRouteBuilder api) =>
        api.MapGet("/manual/print", Get).Read<string>("PrintManual", "Manual", ManualCapabilities.ReadManual).Page();

    private static async Task<IResult> Get(
        HttpContext http,
        ManualQuoting quoting,
        ReferenceData reference,
        TimeProvider clock,
        CancellationToken token
    )
    {
        var edition = await quoting.InForce(CommandBinding.RealmOf(http), token);
        var words = new Words(Problems.CultureOf(http.Request));
        var print = ManualPrint.Whole(CommandBinding.RealmOf(http), edition, reference, words, Clock.Now(clock));
        return PrintSheet.Answer(http, print, new(words));
    }
}
