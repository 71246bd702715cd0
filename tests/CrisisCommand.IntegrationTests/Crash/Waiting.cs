using System.Net;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>A crisis in which everybody is waited for: all functions for their answers, a task and a decision for being done.</summary>
internal static class Waiting
{
    /// <param name="dueIn">Until when the task is to be done and the decision carried out.</param>
    public static async Task<Guid> Declare(ProductProcess node, TimeSpan dueIn)
    {
        using var http = node.Client();
        var vd = new Caller(http, "vd", "live", await http.GetStringAsync("/development/tokens/vd"), patient: true);
        var declared = await vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""");
        var crisis = declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
        var due = TimeProvider.System.GetUtcNow() + dueIn;
        var task = new
        {
            text = "Ring hyresgästerna",
            function = "documentation",
            dueAt = due,
        };
        (await vd.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Created);
        var decision = new
        {
            decision = "Utrym",
            motive = "Rök",
            dueAt = due,
        };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        return crisis;
    }
}
