using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Alerts;

namespace CrisisCommand.IntegrationTests.AlarmRules;

/// <summary>A product of their own for those who adopt rules: everybody else's alarms would be judged by them.</summary>
public sealed class RulesProduct : Product;

internal static class RuleSteps
{
    public const string Rules = "/alarm-rules";
    public const string Trial = "/alarm-rules/trial";

    /// <summary>A yellow warning, as the weather service words it, for a place of others.</summary>
    public static readonly CapMessage ForMalmo = new() { Severity = "Moderate", Area = "<areaDesc>Malmö kommun (Skåne län)</areaDesc>" };

    public static readonly CapMessage ForRagsved = new() { Severity = "Moderate", Area = "<areaDesc>Rågsved</areaDesc>" };

    public static Task<Reply> Try(this Caller caller, CapMessage message, string query = "") =>
        caller.PostBytes(Trial + query, message.Bytes, CapMessage.MediaType);

    public static Task<Reply> Try(this Caller caller, byte[] message, string mediaType) => caller.PostBytes(Trial, message, mediaType);

    public static Task<Reply> Adopt(this Caller caller, string rules, params (string, string)[] headers) =>
        caller.Put(Rules, $$"""{"rules": [{{rules}}]}""", headers: headers);

    /// <summary>Waits until another alarm, which came later, has been looked at: then these have been too.</summary>
    public static async Task Pass(Product product)
    {
        var later = await (ForRagsved with { Identifier = $"P-{Fresh.Id():N}" }).Take(await product.As("tib"));
        await AlertSteps.Seen(product, Guid.Parse(later), a => a["status"]!.GetValue<string>() != "none");
    }

    public static async Task<JsonNode> Incident(Product product, string incident, string person = "jour") =>
        (await (await product.As(person)).Get($"/incidents/{incident}")).ShouldBe(HttpStatusCode.OK).Json;

    public static string? Text(JsonNode? json, string name) => json?[name]?.ToString();

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
