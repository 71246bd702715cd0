using System.Net;

namespace CrisisCommand.IntegrationTests.Platform;

public class IdempotencyTests(Product product)
{
    [Fact]
    public async Task The_same_command_twice_is_one_event_and_one_answer()
    {
        var vd = await product.As("vd");
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök i trapphus",
        };

        var first = (await vd.Post("/incidents", report, key: "same-command")).ShouldBe(HttpStatusCode.Created);
        var second = (await vd.Post("/incidents", report, key: "same-command")).ShouldBe(HttpStatusCode.Created);

        second.Text.ShouldBe(first.Text);
        second.Location.ShouldBe(first.Location);
        second.ETag.ShouldBe(first.ETag);
        (first.Replayed, second.Replayed).ShouldBe((false, true));
    }

    [Fact]
    public async Task The_same_key_with_another_payload_is_refused()
    {
        var vd = await product.As("vd");
        (
            await vd.Post(
                "/incidents",
                new
                {
                    kind = "fire",
                    place = "A",
                    text = "B",
                },
                key: "reused"
            )
        ).ShouldBe(HttpStatusCode.Created);
        var other = (
            await vd.Post(
                "/incidents",
                new
                {
                    kind = "fire",
                    place = "A",
                    text = "C",
                },
                key: "reused"
            )
        ).ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Problem.ShouldBe("platform.idempotency-key-reused");
    }
}
