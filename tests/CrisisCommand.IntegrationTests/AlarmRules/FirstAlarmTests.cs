using System.Net;
using CrisisCommand.IntegrationTests.Access;
using CrisisCommand.IntegrationTests.Alerts;
using static CrisisCommand.IntegrationTests.AlarmRules.RuleSteps;

namespace CrisisCommand.IntegrationTests.AlarmRules;

/// <summary>The first day: no rules, no plan, no roster, one operator.</summary>
public class FirstAlarmTests(EmptyProduct product) : IClassFixture<EmptyProduct>
{
    [Fact]
    public async Task An_empty_database_wakes_whoever_there_is_by_the_product_s_own_rules()
    {
        var operations = await product.As("operator");
        (await operations.Get(Rules)).ShouldBe(HttpStatusCode.OK).Json["version"]!.GetValue<long>().ShouldBe(0);
        (await operations.Put("/machines/tib", new { name = "TiB" })).ShouldBe(HttpStatusCode.NoContent);
        var tib = await product.As("tib");

        var malmo = Guid.Parse(await ForMalmo.Take(tib));
        var ragsved = Guid.Parse(await ForRagsved.Take(tib));

        string[] rung = ["alert_raised", "alert_exhausted", "on_call_alerted"];
        (await Eventually.Is(() => AlertSteps.Facts(product, ragsved), facts => facts.Count() >= rung.Length)).ShouldBe(rung);
        (await AlertSteps.Facts(product, malmo)).ShouldBe(["alarm_logged"]);
    }
}
