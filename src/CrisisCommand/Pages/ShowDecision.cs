using CrisisCommand.Decisions;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowDecisionEndpoint
{
    /// <summary>One decision: what was decided, why and on what, who carries it out, and what may be done about it.</summary>
    public static void MapShowDecision(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/crises/{crisisId:guid}/decisions/{number:int}", Get).Page("DecisionPage", "Pages", Capability.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        int number,
        MySights sights,
        DecisionReading reading,
        Journals journals,
        Openings openings,
        PageScenes scenes,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        var sight = await sights.Of(scene, crisisId, token).ConfigureAwait(false);
        var loaded = await reading.Load(scene.Realm, crisisId, token).ConfigureAwait(false);
        if (sight is null || loaded?.History.Of(number) is not { } decision)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var answer = (await reading.Answer(http, [decision], token).ConfigureAwait(false))[0];
        var basis = await journals.FactsById(scene.Realm, crisisId, answer.Basis, token).ConfigureAwait(false);
        var opened = await openings.Read(scene.Reader, basis.Select(f => f.Event), token).ConfigureAwait(false);
        var words = scene.Reader.Words(opened, p => sight.Names.GetValueOrDefault(p));
        return PageScene.Show<DecisionPage>(
            (nameof(DecisionPage.Sight), sight),
            (nameof(DecisionPage.Decision), answer),
            (nameof(DecisionPage.Basis), basis.OrderBy(f => f.Version).Select(f => (f.Version, f.Event.InWords(words))).ToList())
        );
    }
}
