using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDecideEndpoint
{
    /// <summary>A decision is taken on the board as it is shown, whose receipt goes with it; or one is replaced (<c>?revises=3</c>).</summary>
    public static void MapShowDecide(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/mine/decide", Get).Page("DecidePage", "Pages", Capability.TakeDecision);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        int? revises,
        MySights sights,
        ServedBoards served,
        DecisionReading reading,
        PageScenes scenes,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        if (await sights.Of(scene, crisisId, token).ConfigureAwait(false) is not { View: not null } sight)
        {
            return Answers.Problem(Problems.NotFound);
        }

        DecisionAnswer? revised = null;
        if (revises is { } number)
        {
            var loaded = await reading.Load(scene.Realm, crisisId, token).ConfigureAwait(false);
            if (loaded?.History.Of(number) is not { } decision)
            {
                return Answers.Problem(DecisionRefusals.Unknown.With($"{number}"));
            }

            revised = (await reading.Answer(http, [decision], token).ConfigureAwait(false))[0];
        }

        var receipt = served.Receipt(scene.Reader, crisisId, sight.Board);
        return PageScene.Show<DecidePage>((nameof(DecidePage.Sight), new DecideSight(sight, receipt, revised)));
    }
}
