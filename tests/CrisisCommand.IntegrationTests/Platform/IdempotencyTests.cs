using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Platform;

public class IdempotencyTests(Product product)
{
    [Fact]
    public async Task The_same_command_twice_is_one_event_and_one_answer()
    {
        // Of their own, so that whatever they bring about can be counted.
        var jour = await product.Newcomer("jour", StandingRole.OnCallManager);
        var report = new
        {
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök i trapphus",
        };

        var first = (await jour.Post("/incidents", report, key: "same-command")).ShouldBe(HttpStatusCode.Created);
        (await EventsBy(jour)).ShouldBe(1);
        var second = (await jour.Post("/incidents", report, key: "same-command")).ShouldBe(HttpStatusCode.Created);
        (await EventsBy(jour)).ShouldBe(1);

        second.Text.ShouldBe(first.Text);
        second.Location.ShouldBe(first.Location);
        second.ETag.ShouldBe(first.ETag);
        (first.Replayed, second.Replayed).ShouldBe((false, true));

        // The control: under a key of its own the same words are a second event, and the count sees it.
        (await jour.Post("/incidents", report)).ShouldBe(HttpStatusCode.Created);
        (await EventsBy(jour)).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_another_payload_is_refused()
    {
        var jour = await product.Newcomer("jour", StandingRole.OnCallManager);
        (
            await jour.Post(
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
            await jour.Post(
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
        (await EventsBy(jour)).ShouldBe(1);
    }

    private Task<long> EventsBy(Caller person) =>
        product.Scalar<long>($"select count(*) from crisis.mt_events where user_name = '{person.Person}'");
}
