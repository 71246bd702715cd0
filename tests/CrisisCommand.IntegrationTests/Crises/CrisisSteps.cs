using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Crises;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>What the tests of crises do and look at, by real commands and reads only.</summary>
public static class CrisisSteps
{
    public static async Task<Guid> ReportIncident(this Caller caller, string text = "Rök i trapphuset")
    {
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text,
        };
        var reported = (await caller.Post("/incidents", report)).ShouldBe(HttpStatusCode.Created);
        return reported.Json["incidentId"]!.GetValue<Guid>();
    }

    public static async Task<Guid> DeclareCrisis(this Caller caller, params Guid[] incidents)
    {
        var declare = new
        {
            kind = "fire",
            title = "Brand i Skärholmen",
            reason = "Flera trapphus rökfyllda, boende evakueras",
            evenSo = true,
            incidentIds = incidents,
            meetingPlace = "Hornsgatan",
        };
        var declared = (await caller.Post("/crises", declare)).ShouldBe(HttpStatusCode.Created);
        return declared.Json["crisisId"]!.GetValue<Guid>();
    }

    public static async Task Verify(this Caller caller, Guid incident, string text = "Jour på plats bekräftar") =>
        (await caller.Post($"/incidents/{incident}/verification", new { verified = true, text })).ShouldBe(HttpStatusCode.NoContent);

    /// <summary>By two persons where anybody but the leader has come.</summary>
    public static async Task StandDown(this Caller caller, Guid crisis, Caller? proposer = null)
    {
        if (proposer is not null)
        {
            await proposer.StandDown(crisis);
        }

        (await caller.Post($"/crises/{crisis}/stand-down", new { text = "Faran är över" })).ShouldBe(HttpStatusCode.OK);
    }

    public static async Task<JsonNode> Crisis(this Caller caller, Guid crisis) =>
        (await caller.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.OK).Json;

    /// <summary>Waits until the crisis has learned of the incident up to that version of it.</summary>
    public static Task Learns(this Caller caller, Guid crisis, Guid incident, long version) =>
        Eventually.Is(() => caller.Crisis(crisis), c => LearnedOf(c, incident) == version);

    /// <summary>What the crisis's journal holds of its incidents, in order.</summary>
    public static async Task<IReadOnlyList<IncidentReportReceived>> ReportsIn(this Product product, Guid crisis)
    {
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, crisis, 1, null, default);
        return [.. facts.Select(f => f.Event).OfType<IncidentReportReceived>()];
    }

    private static long? LearnedOf(JsonNode crisis, Guid incident) =>
        crisis["incidents"]!
            .AsArray()
            .Where(i => i!["incidentId"]!.GetValue<Guid>() == incident)
            .Select(i => (long?)i!["learnedVersion"]!.GetValue<long>())
            .FirstOrDefault();
}
