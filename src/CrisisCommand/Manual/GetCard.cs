using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Manual;

public static class GetCardEndpoint
{
    /// <summary>One card of the manual in force.</summary>
    public static void MapGetCard(this IEndpointRouteBuilder api) =>
        api.MapGet("/manual/cards/{card}", Get).Read<CardShown>("GetCard", "Manual", ManualCapabilities.ReadManual);

    private static IResult Get(HttpContext http, CardKey card, Editions editions) =>
        editions.InForce.Card(card) is { } found
            ? Answers.Tagged(http, CardShown.Of(found, new(Problems.CultureOf(http.Request))), $"\"{editions.InForce.Version}\"")
            : Answers.Problem(ManualRefusals.UnknownCard.With(card.Value));
}
