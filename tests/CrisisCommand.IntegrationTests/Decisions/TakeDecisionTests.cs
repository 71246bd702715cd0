using System.Net;
using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Decisions;

public class TakeDecisionTests(Product product)
{
    [Fact]
    public async Task Decisions_are_numbered_from_one_and_found_where_they_say()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        for (var number = 1; number <= 3; number++)
        {
            var reply = (await vd.Post($"/crises/{crisis}/decisions", Evacuate())).ShouldBe(HttpStatusCode.Created);
            reply.Json["number"]!.GetValue<int>().ShouldBe(number);
            reply.Location.ShouldBe($"/api/live/crises/{crisis}/decisions/{number}");
            (await vd.Get(reply.Location!)).Json["eventId"]!.GetValue<Guid>().ShouldBe(reply.Json["eventId"]!.GetValue<Guid>());
        }
    }

    [Fact]
    public async Task Sixteen_who_decide_at_once_get_sixteen_numbers_without_a_hole()
    {
        const int writers = 16;
        const int each = 4;
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var numbers = new List<int>();
                        for (var i = 0; i < each; i++)
                        {
                            var reply = (await vd.Post($"/crises/{crisis}/decisions", Evacuate())).ShouldBe(HttpStatusCode.Created);
                            numbers.Add(reply.Json["number"]!.GetValue<int>());
                        }

                        return numbers;
                    })
                )
        );

        replies.SelectMany(n => n).Order().ShouldBe(Enumerable.Range(1, writers * each));
        var stored = (await product.StoredEvents(crisis)).Where(e => (string)e!["type"]! == "decision_taken");
        stored.Select(e => (int)e!["data"]!["number"]!).ShouldBe(Enumerable.Range(1, writers * each));
    }

    [Fact]
    public async Task The_event_says_by_what_right_it_was_decided()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        (await vd.Post($"/crises/{crisis}/decisions", Evacuate())).ShouldBe(HttpStatusCode.Created);
        await vd.Staff(crisis, "crisis-leader", "vd-1");
        (await (await product.As("vd-1")).Post($"/crises/{crisis}/decisions", Evacuate())).ShouldBe(HttpStatusCode.Created);
        (await vd.Post($"/crises/{crisis}/decisions", Evacuate())).ShouldBe(HttpStatusCode.Forbidden);

        var data = (await product.StoredEvents(crisis))
            .Where(e => (string)e!["type"]! == "decision_taken")
            .Select(e => e!["data"]!)
            .ToList();
        data.Count.ShouldBe(2);
        // The leader by plan leads from the convening on, before anybody is in place.
        ((string?)data[0]["function"], (string?)data[0]["mandate"]).ShouldBe(("crisis-leader", null));
        ((string?)data[0]["capacity"]!["mandate"], (string?)data[1]["capacity"]!["mandate"]).ShouldBe(("acting-ordinary", "deputy"));
        ((string?)data[1]["function"], (string?)data[1]["mandate"]).ShouldBe(("crisis-leader", "deputy"));
    }

    [Theory]
    [InlineData("decidedAt", "2199-01-01T00:00:00Z", "decisions.in-the-future", "#/decidedAt")]
    [InlineData("executor", "nobody", "decisions.unknown-executor", "#/executor")]
    [InlineData("receipt", "forged", "decisions.forged-receipt", "#/receipt")]
    public async Task What_is_wrong_is_named_with_its_place(string field, string value, string code, string pointer)
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var decision = $$"""{"decision": "Utrym", "motive": "Rasrisk", "{{field}}": "{{value}}"}""";
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBeRefused(HttpStatusCode.BadRequest, code, pointer);
    }

    [Fact]
    public async Task It_rests_on_events_of_this_crisis()
    {
        var vd = await product.As("vd");
        var (crisis, other) = (await vd.DeclareCrisis(), await vd.DeclareCrisis());
        var here = (await product.StoredEvents(crisis))[0]!["id"]!.GetValue<Guid>();
        var there = (await product.StoredEvents(other))[0]!["id"]!.GetValue<Guid>();

        (await vd.Post($"/crises/{crisis}/decisions", Evacuate([here, there]))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "decisions.unknown-basis",
            "#/basis/1"
        );
        (await vd.Post($"/crises/{crisis}/decisions", Evacuate([here]))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_executor_is_a_function_or_a_person()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        foreach (var executor in new[] { "property-operations", "jour" })
        {
            (
                await vd.Post(
                    $"/crises/{crisis}/decisions",
                    new
                    {
                        decision = "Utrym",
                        evenSo = true,
                        motive = "Rasrisk",
                        executor,
                    }
                )
            ).ShouldBe(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task A_receipt_is_of_this_crisis_and_this_person()
    {
        var vd = await product.As("vd");
        var (crisis, other) = (await vd.DeclareCrisis(), await vd.DeclareCrisis());

        (await vd.Post($"/crises/{crisis}/decisions", WithReceipt(other, "vd"))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "decisions.other-crisis-receipt",
            "#/receipt"
        );
        (await vd.Post($"/crises/{crisis}/decisions", WithReceipt(crisis, "vd", "ovning"))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "decisions.other-crisis-receipt",
            "#/receipt"
        );
        (await vd.Post($"/crises/{crisis}/decisions", WithReceipt(crisis, "jour"))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "decisions.other-person-receipt",
            "#/receipt"
        );
        var taken = (await vd.Post($"/crises/{crisis}/decisions", WithReceipt(crisis, "vd"))).ShouldBe(HttpStatusCode.Created);
        (await vd.Get(taken.Location!)).Json["receipt"]!["version"]!.GetValue<long>().ShouldBe(7);
    }

    [Fact]
    public async Task The_same_decision_twice_is_one()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var key = Fresh.Id().ToString();

        var first = await vd.Post($"/crises/{crisis}/decisions", Evacuate(), key);
        var second = await vd.Post($"/crises/{crisis}/decisions", Evacuate(), key);

        (second.Text, second.Replayed).ShouldBe((first.Text, true));
        (await vd.Get($"/crises/{crisis}/decisions")).Json.AsArray().Count.ShouldBe(1);
    }

    private static object Evacuate(Guid[]? basis = null) =>
        new
        {
            decision = "Utrym hus 4",
            motive = "Rasrisk",
            evenSo = true,
            basis = basis ?? [],
        };

    private object WithReceipt(Guid crisis, string person, string realm = "live")
    {
        var seen = new BoardSeen(crisis, 7, 1, new(new string('a', 64)), new(person), DateTimeOffset.UnixEpoch);
        return new
        {
            decision = "Utrym hus 4",
            motive = "Rasrisk",
            evenSo = true,
            receipt = product.Services.GetRequiredService<BoardReceipts>().Seal(new Realm(realm), seen),
        };
    }
}
