using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

public static class GetStaffingProofEndpoint
{
    /// <summary>Who held which function from when to when, and every vacancy with its reason; drawn where the caller prefers <c>image/svg+xml</c>.</summary>
    public static void MapGetStaffingProof(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/staffing-proof", Get)
            .Read<StaffingProofShown>("GetStaffingProof", "Timeline", Capability.ReadCrisis)
            .Produces<StaffingProofShown>(200, "application/json", StaffingChart.MediaType)
            .Produces(304);

    private static async Task<IResult> Get(Guid crisisId, HttpContext http, CrisisReader reader, CancellationToken token)
    {
        var realm = CommandBinding.RealmOf(http);
        var facts = await reader.All(realm, crisisId, token).ConfigureAwait(false);
        if (facts.Count == 0)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // The proof speaks of persons and functions only: no text that a person wrote is opened for it.
        var (words, nameOf) = await reader.Speak(Reader.Of(http), [], [], token).ConfigureAwait(false);
        var proof = Fold.Of<StaffingProof>(facts);
        var report = new StaffingProofBuilder(words, nameOf).Build(realm, crisisId, facts[^1].Version, proof);
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return MediaRanges.Prefer(http.Request, StaffingChart.MediaType)
            ? Drawn(http, report, words)
            : Answers.Versioned(http, report, report.Version);
    }

    private static IResult Drawn(HttpContext http, StaffingProofShown report, Words words)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = words.Culture.TwoLetterISOLanguageName;
        return TypedResults.Text(StaffingChart.Draw(report, new ReportWording(words)), StaffingChart.MediaType, System.Text.Encoding.UTF8);
    }
}
