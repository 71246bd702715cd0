using CrisisCommand.Access;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;

namespace CrisisCommand.Pages;

public static class ShowIncidentEndpoint
{
    /// <summary>One incident: what is known, and what can be done about it.</summary>
    public static void MapShowIncident(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/incidents/{incidentId:guid}", Get).Page("IncidentPage", "Pages", Capability.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid incidentId,
        PageScenes scenes,
        IncidentReading reading,
        OpenCrises crises,
        AccessGuard guard,
        AccessRules rules,
        CancellationToken token
    )
    {
        var scene = await scenes.Of(http).ConfigureAwait(false);
        if (await reading.Of(scene.Reader, incidentId, token).ConfigureAwait(false) is not var (shown, _))
        {
            return Answers.Problem(Problems.NotFound);
        }

        var actor = await guard.Find(scene.Realm, scene.Reader.Person, null, token).ConfigureAwait(false);
        var lists = guard.As(scene.Reader, actor, Capability.ListCrises);
        var raised = lists is null ? [] : await crises.Raised(lists, shown.Crises, token).ConfigureAwait(false);
        return PageScene.Show<IncidentPage>(
            (nameof(IncidentPage.Scene), scene),
            (nameof(IncidentPage.Incident), shown),
            (nameof(IncidentPage.Crises), raised),
            (nameof(IncidentPage.May), (IReadOnlySet<Capability>)rules.All(actor).ToHashSet())
        );
    }
}
