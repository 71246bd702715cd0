using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Timeline.Staffing;

public static class GetStaffingProofEndpoint
{
    /// <summary>Who held which function from when to when, and every vacancy with its reason; drawn where the caller prefers <c>image/svg+xml</c>.</summary>
    public static void MapGetStaffingProof(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/staffing-proof", Get)
            .Read<StaffingProofShown>("GetStaffingProof", "Timeline", KloCapabilities.ReadCrisis)
            .Produces<StaffingProofShown>(200, "application/json", StaffingChart.MediaType)
            .Produces(304);

    private static async Task<IResult> Get(Guid crisisId, HttpContext http, CrisisReading reader, Speaker speaker, CancellationToken token)
    {
        var realm = CommandBinding.RealmOf(http);
        var facts = await reader.All(realm, crisisId, token);
        if (facts.Count == 0)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var proof = Fold.Of<StaffingProof>(facts);
        var (report, words) = await speaker.Say(
            Reader.Of(http),
            w => (new StaffingProofBuilder(w).Build(realm, crisisId, facts[^1].Version, proof), w),
            token
        );
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return MediaRanges.Prefer(http.Request, StaffingChart.MediaType)
            ? Drawn(http, report, words)
            : Answers.Versioned(http, report, report.Version);
    }

    private static IResult Drawn(HttpContext http, StaffingProofShown report, Words words)
    {
        http.Response.Headers.ContentLanguage = words.Culture.TwoLetterISOLanguageName;
        return TypedResults.Text(StaffingChart.Draw(report, new ReportWording(words)), StaffingChart.MediaType, System.Text.Encoding.UTF8);
    }
}
