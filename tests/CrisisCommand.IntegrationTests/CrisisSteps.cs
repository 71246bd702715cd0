using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Klo;
using CrisisCommand.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests;

/// <summary>What tests of many features do first: declare a crisis, man it, end it.</summary>
internal static class CrisisSteps
{
    public static async Task<Guid> DeclareCrisis(this Caller caller)
    {
        var crisis = new
        {
            kind = "fire",
            title = "Brand i Rågsved",
            reason = "Fara för liv",
        };
        return (await caller.Post("/crises", crisis)).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
    }

    public static async Task Staff(this Caller caller, Guid crisis, string function, string person) =>
        (await caller.Post($"/crises/{crisis}/functions/{function}/staffing", new { personId = person })).ShouldBe(
            HttpStatusCode.NoContent
        );

    /// <summary>Ends the crisis as the rule would, without going through its endpoint.</summary>
    public static async Task StandDown(this Product product, Guid crisis)
    {
        var clock = product.Services.GetRequiredService<TimeProvider>();
        var handled = await product
            .Services.GetRequiredService<CommandHandler>()
            .Carry(
                Envelope.Internal(Realm.Live, clock, "test", "test"),
                new Target(StreamKinds.Crisis, crisis),
                (_, _) => Outcome.Happened(new KloStoodDown(CommittedText.Commit("Faran är över"))),
                [],
                null,
                default
            );
        handled.ShouldBeOfType<Handled.Answered>();
    }

    /// <summary>The events of a crisis with their data, as stored.</summary>
    public static async Task<JsonArray> StoredEvents(this Product product, Guid crisis) =>
        JsonNode
            .Parse(
                await product.Scalar<string>(
                    "select coalesce(json_agg(json_build_object('type', type, 'id', id, 'data', data) order by version), '[]')::text "
                        + $"from crisis.mt_events where stream_id = '{crisis}'"
                ) ?? "[]"
            )!
            .AsArray();

    public static void ShouldBeRefused(this Reply reply, HttpStatusCode status, string code, string? pointer = null)
    {
        reply.ShouldBe(status);
        reply.Problem.ShouldBe(code);
        reply.ContentType.ShouldStartWith("application/problem+json");
        reply.Json["detail"]!.GetValue<string>().ShouldNotContain(code);
        if (pointer is not null)
        {
            reply.Json["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
        }
    }
}
