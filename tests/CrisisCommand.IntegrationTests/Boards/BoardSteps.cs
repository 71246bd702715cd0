using System.Net;

namespace CrisisCommand.IntegrationTests.Boards;

internal static class BoardSteps
{
    public static async Task<(Caller Vd, Guid Crisis)> Declared(this Product product)
    {
        var vd = await product.As("vd");
        var declared = await vd.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = "Brand i Skärholmen",
                reason = "Hot mot liv",
                evenSo = true,
            }
        );
        return (vd, declared.ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>());
    }

    public static async Task Decide(this Caller vd, Guid crisis) =>
        (
            await vd.Post(
                $"/crises/{crisis}/decisions",
                new
                {
                    decision = "Evakuera",
                    motive = "Rök",
                    evenSo = true,
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
}
