using System.Net;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Whom a person has to call. On the shared product, where nothing is set up: there everybody has to be called.</summary>
public class OperatorScreenTests(Product product)
{
    [Fact]
    public async Task With_nothing_set_up_everybody_waits_for_a_call_with_number_and_words()
    {
        var (vd, op) = (await product.As("vd"), await product.As("operator"));
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());

        notice["operatorReason"]!.GetValue<string>().ShouldBe("not-configured");
        notice["phones"]![0]!.GetValue<string>().ShouldStartWith("+4670");
        notice["say"]!.GetValue<string>().ShouldContain("Brand i Rågsved. Du kallas in till Dokumentation.");
        notice["attempts"]!.AsArray().ShouldBeEmpty();
        (await vd.Get($"/notices?crisisId={crisis}")).Json.AsArray().Count.ShouldBe(9);

        var call = $"/notices/{notice["id"]}/call";
        (await op.Post(call, new { outcome = "no-answer" })).ShouldBe(HttpStatusCode.NoContent);
        (await op.Get($"/notices/{notice["id"]}")).Json["waiting"]!.GetValue<bool>().ShouldBeTrue();
        (await op.Post(call, new { outcome = "reached" })).ShouldBe(HttpStatusCode.NoContent);
        var reached = (await op.Get($"/notices/{notice["id"]}")).ShouldBe(HttpStatusCode.OK).Json;
        reached["waiting"]!.GetValue<bool>().ShouldBeFalse();
        reached["calls"]!.AsArray().Select(c => $"{c!["outcome"]} {c["by"]}").ShouldBe(["no-answer operator", "reached operator"]);
        (await op.Post(call, new { outcome = "perhaps" })).ShouldBe(HttpStatusCode.BadRequest);
        (await op.Post($"/notices/{Fresh.Id()}/call", new { outcome = "reached" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_answers_meanwhile_leaves_the_screen_and_so_does_everybody_when_it_is_over()
    {
        var (vd, writer) = (await product.As("vd"), await product.As("documentation"));
        var crisis = await vd.DeclareCrisis();
        await vd.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());
        await vd.Notice(crisis, "situation", n => n["waiting"]!.GetValue<bool>());

        (await writer.Post($"/crises/{crisis}/functions/documentation/answer", new { answer = "declined" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var answered = await vd.Notice(crisis, "documentation", n => n["ending"] is not null);
        (answered["ending"]!.GetValue<string>(), answered["waiting"]!.GetValue<bool>()).ShouldBe(("answered", false));

        await product.StandDown(crisis);
        (await vd.Notice(crisis, "situation", n => n["ending"] is not null))["ending"]!.GetValue<string>().ShouldBe("stood-down");
    }

    [Fact]
    public async Task A_summons_is_one_notice_however_often_its_news_comes()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());
        var before = await Events(crisis);

        await Eventually.Is(
            async () => (await vd.Get($"/notices?crisisId={crisis}&waiting=true")).Json.AsArray().Count,
            waiting => waiting == 9
        );
        await using (var scope = product.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Wolverine.IMessageBus>().Again(crisis, 3);
        }

        await vd.Notice(crisis, "documentation", n => n["waiting"]!.GetValue<bool>());

        before.ShouldBeGreaterThan(0);
        (await Events(crisis)).ShouldBe(18);
    }

    [Fact]
    public async Task A_person_without_any_channel_is_listed_and_comes_to_the_screen_at_once()
    {
        await product.Reached("business-support", null, null, []);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "business-support", n => n["waiting"]!.GetValue<bool>());

        notice["operatorReason"]!.GetValue<string>().ShouldBe("no-channel");
        notice["phones"]!.AsArray().ShouldBeEmpty();
        (await vd.Get("/persons?unreachable=true&limit=200"))
            .Json.AsArray()
            .ShouldContain(p => p!["id"]!.GetValue<string>() == "business-support");
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Eventually.Is(async () => (await vd.Get($"/notices?crisisId={crisis}")).Json.AsArray().Count, n => n == 9);

        var (next, seen) = ($"/api/live/notices?crisisId={crisis}&limit=4", new List<string>());
        while (next is not null)
        {
            var page = (await vd.Get(next)).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.Json.AsArray().Select(n => n!["id"]!.GetValue<string>()));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        (seen.Count, seen.Distinct().Count()).ShouldBe((9, 9));
        (await vd.Get("/notices?after=x")).ShouldBeRefused(HttpStatusCode.BadRequest, "notifications.cursor-invalid");
    }

    private Task<long> Events(Guid crisis) =>
        product.Scalar<long>(
            "select count(*) from crisis.mt_events e join crisis.mt_doc_noticeview v on v.id = e.stream_id and v.tenant_id = e.tenant_id "
                + $"where v.data->>'crisisId' = '{crisis}'"
        );
}

internal static class News
{
    /// <summary>The news of that fact, as the subscription would leave it a second time.</summary>
    public static async Task Again(this Wolverine.IMessageBus bus, Guid crisis, int first)
    {
        for (var version = first; version < first + 9; version++)
        {
            await bus.PublishAsync(
                new CrisisCommand.Notifications.NoticesMayBeWanted(crisis, version),
                new Wolverine.DeliveryOptions { TenantId = Realm.Live.Name }
            );
        }
    }
}
