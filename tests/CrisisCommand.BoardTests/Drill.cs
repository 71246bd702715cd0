using System.Net;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.BoardTests;

/// <summary>A crisis under way, made by the same commands as any other: something in every cell of the board.</summary>
internal static class Drill
{
    public static async Task<Guid> CrisisUnderWay(this Product product, string realm = "live")
    {
        var vd = await product.As("vd", realm);
        var incident = (
            await (await product.As("jour", realm)).Post(
                "/incidents",
                new
                {
                    kind = "fire",
                    place = "Knektgården 1, Rågsved",
                    area = "ragsved",
                    text = "Rök från källaren, hyresgäster på gatan",
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<Guid>();
        var crisis = (
            await vd.Post(
                "/crises",
                new
                {
                    kind = "fire",
                    title = "Brand i Rågsved",
                    reason = "Fara för liv, 40 lägenheter utrymda",
                    evenSo = true,
                    incidentIds = new[] { incident },
                    meetingPlace = "Hornsgatan 128",
                }
            )
        ).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
        // What the incident tells comes by itself: once it has, every version after it is the same in each run.
        await Eventually.Is(
            async () => (await vd.Get($"/crises/{crisis}/timeline?kinds=incident_report_received")).Text,
            told => told.Contains("Rök från källaren", StringComparison.Ordinal)
        );
        await vd.Staff(crisis, "crisis-leader", "vd");
        var chief = await product.As("chief-of-staff", realm);
        (await chief.Post($"/crises/{crisis}/functions/chief-of-staff/answer", new { answer = "coming" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        await vd.Staff(crisis, "documentation", "documentation");
        var keeper = await product.As("documentation", realm);
        await keeper.Write(crisis, "Räddningstjänsten på plats med tre bilar");
        await keeper.Write(crisis, "Alla boende i uppgång B ute");
        (await vd.Decide(crisis, "Öppna mottagningsplats i Rågsveds skola")).ShouldBe(HttpStatusCode.Created);
        (
            await vd.Post(
                $"/crises/{crisis}/tasks",
                new
                {
                    text = "Ordna filtar och varm dryck till 60 personer",
                    function = "people-support",
                    dueAt = TimeProvider.System.GetUtcNow().AddMinutes(30),
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        (
            await vd.Post(
                $"/crises/{crisis}/situation",
                new { text = "Branden är under kontroll. Inga kända skadade. Strömmen bruten i två hus." }
            )
        ).ShouldBe(HttpStatusCode.Created);
        return crisis;
    }

    public static async Task Write(this Caller keeper, Guid crisis, string text) =>
        (await keeper.Post($"/crises/{crisis}/entries", new { text })).ShouldBe(HttpStatusCode.Created);

    public static Task<Reply> Decide(this Caller leader, Guid crisis, string decision) =>
        leader.Post($"/crises/{crisis}/decisions", new { decision, motive = "Boende kan inte återvända i natt" });
}
