using System.Net;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.BoardTests;

/// <summary>What goes on before somebody opens the start page.</summary>
internal static class StartSteps
{
    public static async Task Quiet(this Product product, Caller leader)
    {
        foreach (var open in (await leader.Get("/crises?open=true&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray())
        {
            await product.StandDown(open!["crisisId"]!.GetValue<Guid>());
        }

        foreach (var open in (await leader.Get("/incidents?open=true&limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray())
        {
            (await leader.Post($"/incidents/{open!["incidentId"]}/closure", new { text = "Klart" })).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    public static async Task<Guid> Report(this Product product, string kind, string place, string text) => (
            await (await product.As("jour")).Post(
                "/incidents",
                new
                {
                    kind,
                    place,
                    text,
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
}
