using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

public static class GetDecisionEndpoint
{
    /// <summary>One decision with its history.</summary>
    public static void MapGetDecision(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/decisions/{number:int}", Get)
            .Read<DecisionShown>("GetDecision", "Decisions", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, int number, DecisionReading reading, CancellationToken token)
    {
        if (await reading.Load(CommandBinding.RealmOf(http), crisisId, token) is not { } loaded)
        {
            return Answers.Problem(Problems.NotFound);
        }

        if (loaded.History.Of(number) is not { } decision)
        {
            return Answers.Problem(DecisionRefusals.Unknown.With($"{number}"));
        }

        var answers = await reading.Answer(http, [decision], token);
        return Answers.Versioned(http, answers[0], loaded.Version);
    }
}
