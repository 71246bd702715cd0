using CrisisCommand.Manual;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Kit;

public static class PrintKitEndpoint
{
    /// <summary>What the binder holds when no screen does, as one print. It tells telephone numbers, so it asks what they ask.</summary>
    public static void MapPrintKit(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/kit", Get).Page("PrintKit", "Kit", PeopleCapabilities.ReadPersons);

    private static async Task<IResult> Get(HttpContext http, KitReading reading, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var (request, refusal) = KitRequest.Read(http.Request.Query);
        if (request is null)
        {
            return Answers.Problem(refusal!);
        }

        if (await reading.Of(reader, request, token) is not { } kit)
        {
            return Answers.Problem(KitRefusals.UnknownPlan.With(request.Plan.Value));
        }

        var words = reader.Words();
        return new RazorComponentResult<KitPage>(
            new Dictionary<string, object?>
            {
                [nameof(KitPage.Kit)] = kit,
                [nameof(KitPage.W)] = new KitWording(words),
                [nameof(KitPage.CardWords)] = new ManualWording(words),
                [nameof(KitPage.Nonce)] = PagePolicy.Nonce(http),
            }
        );
    }
}
