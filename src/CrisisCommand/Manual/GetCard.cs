using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class GetCardEndpoint
{
    /// <summary>One card of the manual in force.</summary>
    public static void MapGetCard(this IEndpointRouteBuilder api) =>
        api.MapGet("/manual/cards/{card}", Get).Read<CardShown>("GetCard", "Manual", ManualCapabilities.ReadManual);

    private static async Task<IResult> Get(HttpContext http, CardKey card, ManualQuoting quoting, CancellationToken token)
    {
        var edition = await quoting.InForce(CommandBinding.RealmOf(http), token);
        return edition.Card(card) is { } found
            ? Answers.Tagged(http, CardShown.Of(found, new(Problems.CultureOf(http.Request))), edition.Tag())
            : Answers.Problem(ManualRefusals.UnknownCard.With(card.Value));
    }
}
