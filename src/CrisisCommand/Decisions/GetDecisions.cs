using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Decisions;

public static class GetDecisionsEndpoint
{
    /// <summary>The decisions of a crisis in the order of their numbers, all or those of one status.</summary>
    public static void MapGetDecisions(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/decisions", Get)
            .Read<IReadOnlyList<DecisionShown>>("GetDecisions", "Decisions", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        string? status,
        Page page,
        DecisionReading reading,
        CancellationToken token
    )
    {
        if (!TryParse(status, out var wanted))
        {
            return Answers.Problem(DecisionRefusals.UnknownStatus.With(status!));
        }

        if (await reading.Load(CommandBinding.RealmOf(http), crisisId, token) is not { } loaded)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var following = loaded.History.Decisions.Skip(page.AfterNumber).Where(d => wanted is null || d.Status == wanted);
        var shown = page.Cut(http, following, d => $"{d.Taken.Number}");
        return TypedResults.Ok(await reading.Answer(http, shown, token));
    }

    private static bool TryParse(string? text, out DecisionStatus? status)
    {
        var known = Enum.GetValues<DecisionStatus>().Where(s => s.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        status = known.Count == 1 ? known[0] : null;
        return text is null || known.Count == 1;
    }
}
