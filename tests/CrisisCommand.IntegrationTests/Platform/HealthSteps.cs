using System.Net;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What tests of health ask and do. Commands are repeated under their key until they are taken: some of these tests take the ground away.</summary>
internal static class HealthSteps
{
    public static async Task<string> Said(this Product product, Func<string, bool> so) =>
        (await Eventually.Is(product.Ready, r => so(r.Text))).Text;

    public static async Task<(HttpStatusCode Status, string Text)> Ready(this Product product)
    {
        using var answer = await product.Http.GetAsync("/health/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<Guid> Declared(this Caller vd)
    {
        var key = Fresh.Id().ToString();
        var declared = await Eventually.Is(
            () => vd.Post("/crises", """{"kind":"fire","title":"Brand","reason":"Rök","evenSo":true}""", key),
            r => r.Status == HttpStatusCode.Created
        );
        return declared.Json["crisisId"]!.GetValue<Guid>();
    }

    public static async Task Write(this Caller vd, Guid crisis)
    {
        var key = Fresh.Id().ToString();
        await Eventually.Is(
            () => vd.Post($"/crises/{crisis}/entries", new { text = "Larm" }, key),
            r => r.Status == HttpStatusCode.Created
        );
    }

    public static async Task<long> Version(this Caller vd, Guid crisis) =>
        (await Eventually.Is(() => vd.Get($"/crises/{crisis}/board"), b => b.Status == HttpStatusCode.OK)).Json[
            "version"
        ]!.GetValue<long>();
}
