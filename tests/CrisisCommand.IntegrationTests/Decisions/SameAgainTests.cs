using System.Net;
using CrisisCommand.IntegrationTests.Platform;

namespace CrisisCommand.IntegrationTests.Decisions;

/// <summary>A press again is asked about before it becomes a second decision.</summary>
public class SameAgainTests(Product product)
{
    [Fact]
    public async Task The_same_once_more_is_asked_about_first()
    {
        var (vd, deputy) = (await product.As("vd"), await product.As("vd-1"));
        var decisions = $"/crises/{await vd.DeclareCrisis()}/decisions";
        var same = new { decision = "Utrym hus 4", motive = "Rasrisk" };
        (await vd.Post(decisions, same)).ShouldBe(HttpStatusCode.Created);
        var again = (await vd.Post(decisions, new { decision = " Utrym hus 4", motive = "Röklukt" }))
            .ShouldBe(HttpStatusCode.Conflict)
            .Json;
        again["type"]!.GetValue<string>().ShouldBe("urn:crisis-command:decisions.same-again");
        again["number"]!.GetValue<int>().ShouldBe(1);
        (await vd.Post(decisions, new { decision = "Utrym hus 5", motive = "Rasrisk" })).ShouldBe(HttpStatusCode.Created);
        var meant = new
        {
            decision = "Utrym hus 4",
            motive = "Rasrisk",
            evenSo = true,
        };
        (await vd.Post(decisions, meant)).ShouldBe(HttpStatusCode.Created).Json["number"]!.GetValue<int>().ShouldBe(3);
        (await vd.Post(decisions + "/3/withdrawal", new { why = "Fel hus" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post(decisions, same)).ShouldBe(HttpStatusCode.Conflict).Json["number"]!.GetValue<int>().ShouldBe(1);
        (await deputy.Post(decisions, same)).Status.ShouldNotBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_hand_that_presses_eight_times_at_once_decides_once()
    {
        var vd = await product.As("vd");
        var decisions = $"/crises/{await vd.DeclareCrisis()}/decisions";
        var pressed = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => vd.Post(decisions, new { decision = "Spärra gatan", motive = "Rasrisk" }))
        );
        pressed.Count(r => r.Status == HttpStatusCode.Created).ShouldBe(1);
        pressed.Count(r => r.Status == HttpStatusCode.Conflict).ShouldBe(7);
        (await vd.Get(decisions)).Json.AsArray().Count.ShouldBe(1);
    }

    /// <summary>What another node took is looked up; what this one took, it remembers.</summary>
    [Fact]
    public async Task Another_node_is_no_way_around_it()
    {
        await using var node = new SecondNode(product);
        await node.InitializeAsync();
        var (here, there) = (await product.As("vd"), await node.As("vd"));
        var decisions = $"/crises/{await here.DeclareCrisis()}/decisions";
        var same = new { decision = "Stäng av gasen", motive = "Läckage" };
        (await here.Post(decisions, same)).ShouldBe(HttpStatusCode.Created);

        (await there.Post(decisions, same)).ShouldBe(HttpStatusCode.Conflict).Json["number"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_others_it_is_no_press_again()
    {
        var vd = await product.As("vd");
        var decisions = $"/crises/{await vd.DeclareCrisis()}/decisions";
        var same = new { decision = "Spärra gatan", motive = "Rasrisk" };
        (await vd.Post(decisions, same)).ShouldBe(HttpStatusCode.Created);
        for (var n = 0; n < 10; n++)
        {
            (await vd.Post(decisions, same)).ShouldBe(HttpStatusCode.Conflict);
            (await vd.Post(decisions, new { decision = $"Ring entreprenör {n}", motive = "Rasrisk" })).ShouldBe(HttpStatusCode.Created);
        }

        (await vd.Post(decisions, same)).ShouldBe(HttpStatusCode.Created);
    }
}
