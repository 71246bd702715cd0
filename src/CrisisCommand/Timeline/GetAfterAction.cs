using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CrisisCommand.Timeline;

public static class GetAfterActionEndpoint
{
    /// <summary>The after-action report: JSON, or one page to print where the caller prefers <c>text/html</c>.</summary>
    public static void MapGetAfterAction(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/after-action", Get)
            .Read<AfterAction>("GetAfterAction", "Timeline", Capability.ReadCrisis)
            .Produces<AfterAction>(200, "application/json", "text/html")
            .Produces(304);

    private static async Task<IResult> Get(
        Guid crisisId,
        HttpContext http,
        CrisisReader reader,
        Journals journals,
        EventCatalogue catalogue,
        CancellationToken token
    )
    {
        var realm = CommandBinding.RealmOf(http);
        var facts = await reader.All(realm, crisisId, token).ConfigureAwait(false);
        if (facts.Count == 0)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var incidents = await Incidents(realm, facts, journals, token).ConfigureAwait(false);
        var texts = incidents.Values.SelectMany(i => new[] { i.Headline, i.Place }).OfType<CommittedText>();
        var (words, nameOf) = await reader.Speak(Reader.Of(http), facts, texts, token).ConfigureAwait(false);
        var report = new AfterActionBuilder(catalogue, words, nameOf).Build(realm, crisisId, facts, incidents);
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return MediaRanges.Prefer(http.Request, "text/html") ? Page(http, report, words) : Answers.Versioned(http, report, report.Version);
    }

    private static async Task<Dictionary<Guid, Incident>> Incidents(
        Realm realm,
        IReadOnlyList<Fact> facts,
        Journals journals,
        CancellationToken token
    )
    {
        var known = new Dictionary<Guid, Incident>();
        foreach (var linked in Fold.Of<LearningHistory>(facts).Incidents)
        {
            if (await journals.Load(realm, StreamKinds.Incident, linked.IncidentId, token).ConfigureAwait(false) is { } incident)
            {
                known[linked.IncidentId] = incident.State<Incident>();
            }
        }

        return known;
    }

    private static RazorComponentResult Page(HttpContext http, AfterAction report, Words words)
    {
        // Nothing on the page may run or load: the texts are what people wrote, and encoding is the first lock, this the second.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = words.Culture.TwoLetterISOLanguageName;
        return new RazorComponentResult(
            typeof(AfterActionPage),
            new Dictionary<string, object?> { [nameof(AfterActionPage.Report)] = report, [nameof(AfterActionPage.Words)] = words }
        );
    }
}
