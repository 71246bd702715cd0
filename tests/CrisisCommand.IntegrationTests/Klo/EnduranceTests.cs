using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Klo.Endurance;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CrisisCommand.IntegrationTests.Klo;

/// <summary>A product in which nobody is to be in function for more than three seconds.</summary>
public sealed class HurriedProduct : Product
{
    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.UseSetting("CrisisCommand:Endurance:Longest", "00:00:03");
        host.UseSetting("CrisisCommand:Endurance:WarnBefore", "00:00:02");
    }
}

public class EnduranceWarningTests(HurriedProduct product) : IClassFixture<HurriedProduct>
{
    [Fact]
    public async Task Who_is_in_function_for_too_long_is_warned_of_once_and_who_left_is_not()
    {
        var (vd, writer, deputy) = (await product.As("vd"), await product.As("documentation"), await product.As("documentation-1"));
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "documentation", "documentation");
        var handover = $"/crises/{crisis}/functions/documentation/handover";
        (await writer.Post(handover, new { to = "documentation-1", briefing = "Trött" })).ShouldBe(HttpStatusCode.NoContent);
        (await deputy.Post(handover + "/acceptance")).ShouldBe(HttpStatusCode.NoContent);

        var warned = await Warnings(crisis, atLeast: 2);
        warned.Select(w => w["function"]!.GetValue<string>()).ShouldBe(["crisis-leader", "documentation"], ignoreOrder: true);
        warned.Select(w => w["person"]!.GetValue<string>()).ShouldBe(["vd", "documentation-1"], ignoreOrder: true);
        var shown = (await vd.Get($"/crises/{crisis}/endurance")).ShouldBe(HttpStatusCode.OK).Json;
        var leader = shown["functions"]!.AsArray().Single(f => f!["key"]!.GetValue<string>() == "crisis-leader")!;
        leader["warned"]!.GetValue<bool>().ShouldBeTrue();
        leader["limitAt"]!
            .GetValue<DateTimeOffset>()
            .ShouldBe(warned.Single(w => w["person"]!.GetValue<string>() == "vd")["until"]!.GetValue<DateTimeOffset>());

        // A later tenure has its own clock, which is the sign that what came before has been handled, too.
        await vd.Staff(crisis, "communications", "communications");
        (await Warnings(crisis, atLeast: 3)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_warning_that_is_due_survives_the_node()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await Eventually.Is(
            () => product.Scalar<long>("select count(*) from crisis.wolverine_incoming_envelopes where message_type like '%EnduranceDue%'"),
            waiting => waiting > 0
        );

        await product.Restart();

        (await Warnings(crisis, atLeast: 1)).ShouldHaveSingleItem();
    }

    private Task<List<JsonNode>> Warnings(Guid crisis, int atLeast) =>
        Eventually.Is(
            async () =>
                (await product.StoredEvents(crisis))
                    .Where(e => e!["type"]!.GetValue<string>() == "endurance_warned")
                    .Select(e => e!["data"]!)
                    .ToList(),
            warnings => warnings.Count >= atLeast
        );
}

public class EnduranceTests(Product product)
{
    [Fact]
    public async Task A_warning_that_comes_before_its_time_waits_for_it()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        var later = product.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(1000);
        using var scope = product.Services.CreateScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        await bus.PublishAsync(
            new EnduranceDue(crisis, FunctionKey.CrisisLeader, new("vd"), later),
            new DeliveryOptions { TenantId = Realm.Live.Name }
        );

        await Eventually.Is(
            () =>
                product.Scalar<long>(
                    "select count(*) from crisis.wolverine_incoming_envelopes where message_type like '%EnduranceDue%' "
                        + "and status = 'Scheduled' and execution_time > now() + interval '900 days'"
                ),
            waiting => waiting == 1
        );
        (await product.StoredEvents(crisis)).ShouldNotContain(e => e!["type"]!.GetValue<string>() == "endurance_warned");
    }

    [Fact]
    public async Task Who_is_coming_when_is_one_list()
    {
        var (vd, writer) = (await product.As("vd"), await product.As("documentation"));
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "situation", "vd");
        var soon = DateTimeOffset.UnixEpoch.AddYears(100);
        (await writer.Post($"/crises/{crisis}/functions/documentation/answer", new { answer = "coming", eta = soon.AddHours(2) })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var relief = new { personId = "vd-1", at = soon };
        (await vd.Post($"/crises/{crisis}/functions/crisis-leader/relief", relief)).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post($"/crises/{crisis}/functions/crisis-leader/relief", relief)).ShouldBe(HttpStatusCode.NoContent);

        var shown = (await vd.Get($"/crises/{crisis}/endurance")).ShouldBe(HttpStatusCode.OK).Json;
        shown["coming"]!
            .AsArray()
            .Select(c => $"{c!["person"]} {c["function"]} {c["by"]}")
            .ShouldBe(["vd-1 crisis-leader relief", "documentation documentation summons"]);
        shown["several"]!.ToJsonString().ShouldBe("[{\"person\":\"vd\",\"functions\":[\"crisis-leader\",\"situation\"]}]");
        shown["persons"]!["vd-1"]!.GetValue<string>().ShouldNotBeEmpty();
        var leader = shown["functions"]![0]!;
        (leader["holder"]!.GetValue<string>(), leader["exceeded"]!.GetValue<bool>(), leader["name"]!.GetValue<string>()).ShouldBe(
            ("vd", false, "Krisledare (VD)")
        );
        leader["secondsInFunction"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(0);
        leader["limitAt"]!.GetValue<DateTimeOffset>().ShouldBe(leader["since"]!.GetValue<DateTimeOffset>().AddHours(8));
        shown["functions"]!.AsArray().Last()!["holder"].ShouldBeNull();

        (await vd.Delete($"/crises/{crisis}/functions/crisis-leader/relief/vd-1")).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Delete($"/crises/{crisis}/functions/crisis-leader/relief/vd-1")).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "klo.no-relief"
        );
        (await vd.Get($"/crises/{crisis}/endurance")).Json["coming"]!.AsArray().Count.ShouldBe(1);
        (await vd.Get($"/crises/{Fresh.Id()}/endurance")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_relief_with_a_fault_is_refused_at_its_place()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "crisis-leader", "vd");
        var path = $"/crises/{crisis}/functions/crisis-leader/relief";
        var later = DateTimeOffset.UnixEpoch.AddYears(100);
        (await vd.Post(path, new { personId = "vd", at = later })).ShouldBeRefused(HttpStatusCode.Conflict, "klo.relief-of-oneself");
        (await vd.Post(path, new { personId = "nobody-here", at = later })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.unknown-person",
            "#/personId"
        );
        (await vd.Post(path, new { personId = "vd-1", at = DateTimeOffset.UnixEpoch })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.relief-in-the-past",
            "#/at"
        );
        (await vd.Post(path, new { personId = "vd-1" })).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Post($"/crises/{crisis}/functions/catering/relief", new { personId = "vd-1", at = later })).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "klo.unknown-function"
        );
    }

    [Fact]
    public async Task A_delegation_is_given_replaced_and_ended()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var path = $"/crises/{crisis}/functions/communications/delegation";
        var scope = new { scope = "Publicera utan att fråga", until = DateTimeOffset.UnixEpoch.AddYears(100) };
        var first = (await vd.Put(path, scope)).ShouldBe(HttpStatusCode.NoContent).ETag;
        (await vd.Put(path, scope)).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe(first);
        (await vd.Put(path, new { scope = "Publicera" })).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldNotBe(first);
        var ended = (await vd.Delete(path)).ShouldBe(HttpStatusCode.NoContent).ETag;
        (await vd.Delete(path)).ShouldBe(HttpStatusCode.NoContent).ETag.ShouldBe(ended);

        (await vd.Put(path, new { scope = "Publicera", until = DateTimeOffset.UnixEpoch })).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "klo.delegation-in-the-past",
            "#/until"
        );
        (await vd.Put($"/crises/{crisis}/functions/crisis-leader/delegation", new { scope = "Allt" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.leader-decides"
        );
        (await vd.Get($"/crises/{crisis}/timeline?kinds=decisions_delegated,delegation_ended")).Json.AsArray().Count.ShouldBe(3);
    }
}
