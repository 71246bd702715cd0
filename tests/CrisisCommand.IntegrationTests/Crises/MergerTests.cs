using System.Net;

namespace CrisisCommand.IntegrationTests.Crises;

/// <summary>Of two crises about the same one ends, and the other goes on with the incidents of both.</summary>
public class MergerTests(Product product)
{
    private const string Why = "Båda gäller Ekholmen";

    [Fact]
    public async Task Both_say_so_and_what_comes_of_the_incidents_reaches_the_one_that_goes_on()
    {
        var (vd, jour) = (await product.As("vd"), await product.As("jour"));
        var incident = await jour.ReportIncident();
        var (ends, into) = (await vd.DeclareCrisis(incident), await vd.DeclareCrisis());
        (await vd.Post($"/crises/{ends}/decisions", new { decision = "Utrym", motive = "Rök" })).ShouldBe(HttpStatusCode.Created);

        var key = $"{Fresh.Id()}";
        for (var i = 0; i < 2; i++)
        {
            var told = (await vd.Post($"/crises/{ends}/merger", new { into, why = Why }, key)).ShouldBe(HttpStatusCode.OK).Json;
            told["into"]!.GetValue<Guid>().ShouldBe(into);
            told["openDecisions"]!.AsArray().Select(n => n!.GetValue<int>()).ShouldBe([1]);
        }

        var (ended, goesOn) = (await vd.Crisis(ends), await vd.Crisis(into));
        (ended["status"]!.GetValue<string>(), ended["mergedInto"]!["crisisId"]!.GetValue<Guid>()).ShouldBe(("merged", into));
        ended["mergedInto"]!["why"]!.GetValue<string>().ShouldBe(Why);
        goesOn["joined"]!.AsArray().ShouldHaveSingleItem()!["crisisId"]!.GetValue<Guid>().ShouldBe(ends);
        goesOn["status"]!.GetValue<string>().ShouldBe("open");
        (await jour.Get($"/incidents/{incident}")).Json["crises"]!.AsArray().Select(c => c!.GetValue<Guid>()).ShouldBe([into]);

        await jour.Verify(incident);
        await Eventually.Is(() => product.ReportsIn(into), r => r.Any(f => f.Text is not null && f.IncidentId == incident));
        (await product.ReportsIn(ends)).ShouldNotContain(r => r.What == CrisisCommand.Incidents.ReportedFact.Verification);
        (await vd.Get($"/crises/{ends}/decisions/1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_that_are_merged_into_each_other_at_the_same_instant_one_goes_on()
    {
        var vd = await product.As("vd");
        var (one, other) = (await vd.DeclareCrisis(), await vd.DeclareCrisis());
        var replies = await Task.WhenAll(
            vd.Post($"/crises/{one}/merger", new { into = other, why = Why }),
            vd.Post($"/crises/{other}/merger", new { into = one, why = Why })
        );
        replies.Select(r => r.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        var states = new[] { await vd.Crisis(one), await vd.Crisis(other) }.Select(c => c["status"]!.GetValue<string>());
        states.Order().ShouldBe(["merged", "open"]);
    }

    [Fact]
    public async Task Refused_with_itself_with_what_is_over_or_unknown_and_for_whoever_may_bring_nothing_into_the_other()
    {
        var (vd, jour) = (await product.As("vd"), await product.As("jour"));
        var (crisis, over) = (await vd.DeclareCrisis(), await vd.DeclareCrisis());
        await vd.StandDown(over);
        await Refused(vd, crisis, crisis, HttpStatusCode.BadRequest, "crises.merged-into-itself");
        await Refused(vd, crisis, over, HttpStatusCode.Conflict, "crises.merged-into-ended");
        await Refused(vd, crisis, Fresh.Id(), HttpStatusCode.BadRequest, "crises.unknown-crisis");
        await Refused(vd, over, crisis, HttpStatusCode.Conflict, "crises.stood-down");
        await Refused(jour, crisis, over, HttpStatusCode.Forbidden, "access.not-permitted");
        // The on-call manager leads what they declared, and nothing of the one that the CEO leads.
        await vd.Staff(crisis, "crisis-leader", "vd");
        await Refused(jour, await jour.DeclareCrisis(), crisis, HttpStatusCode.Forbidden, "access.not-permitted");
        (await vd.Crisis(crisis))["joined"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task Refused(Caller caller, Guid crisis, Guid into, HttpStatusCode status, string code) =>
        (await caller.Post($"/crises/{crisis}/merger", new { into, why = Why })).ShouldBeRefused(status, $"{code}");
}
