using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.Platform.Web;

/// <summary>How a node is: <c>Healthy</c> or <c>Degraded</c> (200), or <c>Unhealthy</c> (503), and in words why.</summary>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Part> Checks)
{
    public sealed record Part(string Name, string Status, string Words);

    public static HealthCheckOptions Options(string tag) => new() { Predicate = check => check.Tags.Contains(tag), ResponseWriter = Write };

    /// <summary>Read by people on a terminal: apostrophes stay what they are.</summary>
    private static readonly HealthJson Spoken = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    private static Task Write(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new(
                report.Status.ToString(),
                [
                    .. report.Entries.Select(e => new Part(
                        e.Key,
                        e.Value.Status.ToString(),
                        e.Value.Description ?? "the check itself failed"
                    )),
                ]
            ),
            Spoken.HealthAnswer,
            cancellationToken: http.RequestAborted
        );
}

[JsonSerializable(typeof(HealthAnswer))]
public sealed partial class HealthJson : JsonSerializerContext;
