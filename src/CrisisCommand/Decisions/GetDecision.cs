using CrisisCommand.Platform;

namespace CrisisCommand.Decisions;

public static class GetDecisionEndpoint
{
    /// <summary>One decision with its history.</summary>
    public static void MapGetDecision(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/decisions/{number:int}", Get)
            .Read<DecisionAnswer>("GetDecision", "Decisions", Capability.ReadCrisis);

    private static async Task<IResult> Get(HttpContext http, Guid crisisId, int number, DecisionReading reading, CancellationToken token)
    {
        if (await reading.Load(CommandBinding.RealmOf(http), crisisId, token).ConfigureAwait(false) is not { } loaded)
        {
            return Answers.Problem(Problems.NotFound);
        }

        if (loaded.History.Of(number) is not { } decision)
        {
            return Answers.Problem(DecisionRefusals.Unknown.With($"{number}"));
        }

        var answers = await reading.Answer(http, [decision], token).ConfigureAwait(false);
        return Answers.Versioned(http, answers[0], loaded.Version);
    }
}
