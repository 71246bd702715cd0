using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests;

namespace CrisisCommand.BoardTests;

/// <summary>The lines of a crisis, as the pages of its history number them.</summary>
internal static class HistorySteps
{
    public static async Task<JsonArray> Lines(this Product product, Guid crisis) =>
        (await (await product.As("vd")).Get($"/crises/{crisis}/timeline?limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray();

    public static int VersionOf(JsonArray lines, string kind) =>
        lines.First(l => l!["kind"]!.GetValue<string>() == kind)!["version"]!.GetValue<int>();
}
