using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Pages.Frame;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Incidents;

/// <summary>A crisis that an incident was raised to, as its page leads there.</summary>
public sealed record LinkedCrisis(Guid Id, string Title);

/// <summary>The crises of these that the reader may hear of, from whoever knows crises.</summary>
public delegate Task<IReadOnlyList<LinkedCrisis>> CrisesOfIncident(Reader reader, IReadOnlyList<Guid> crises, CancellationToken token);

public static class ShowIncidentEndpoint
{
    /// <summary>How many others are offered as the one that an incident is a duplicate of, the newest first.</summary>
    private const int Offered = 30;

    /// <summary>One incident: what is known, and what can be done about it.</summary>
    public static void MapShowIncident(this IEndpointRouteBuilder pages) =>
        pages
            .MapGet("/incidents/{incidentId:guid}", Get)
            .Page("IncidentPage", "Pages", AccessCapabilities.ReadIncidents)
            .OrElse(AccessCapabilities.ReadIncident);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid incidentId,
        PageContexts contexts,
        Journals journals,
        IncidentReading reading,
        CrisesOfIncident crises,
        IncidentList list,
        AccessGuard guard,
        AccessRules rules,
        CancellationToken token
    )
    {
        var page = await contexts.Of(http);
        if (await reading.Of(page.Reader, incidentId, token) is not var (shown, _))
        {
            return Answers.Problem(Problems.NotFound);
        }

        var incident = await journals.Load(page.Realm, StreamKinds.Incident, incidentId, token);
        var actor = await guard.Find(page.Realm, page.Reader.Person, incident, token);
        var lists = guard.As(page.Reader, actor, KloCapabilities.ListCrises);
        var raised = lists is null ? [] : await crises(lists, shown.Crises, token);
        var may = (IReadOnlySet<Capability>)rules.All(actor).ToHashSet();
        var others = may.Contains(IncidentsCapabilities.HandleIncident) ? await Others(page.Reader, incidentId, list, token) : [];
        return PageContext.Show<IncidentPage>(
            (nameof(IncidentPage.Page), page),
            (nameof(IncidentPage.Incident), shown),
            (nameof(IncidentPage.Crises), raised),
            (nameof(IncidentPage.Others), others),
            (nameof(IncidentPage.May), may)
        );
    }

    private static async Task<IReadOnlyList<IncidentShown>> Others(Reader reader, Guid incident, IncidentList list, CancellationToken token)
    {
        var open = await list.Find(reader, new(Open: true, Kind: null, Area: null, Actionable: null), after: null, Offered + 1, token);
        return await list.Show(reader, [.. open.Where(v => v.Id != incident && v.Incident.DuplicateOf is null).Take(Offered)], token);
    }
}
