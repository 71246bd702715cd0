using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CrisisCommand.IntegrationTests.Pages;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>An alarm that is refused is a fact too: the operator sees it and calls the sender.</summary>
public class RefusedAlarmsTests(Product product)
{
    private const string Typed = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";

    [Fact]
    public async Task The_operator_sees_what_was_refused_with_its_bytes_and_sees_to_it_once()
    {
        var (op, sender) = (await product.As("operator"), await product.NewMachine("city"));
        var bytes = "<alert>rök i källaren"u8.ToArray();
        (await Send(sender, bytes)).ShouldBe(HttpStatusCode.BadRequest);
        (await Send(sender, bytes)).ShouldBe(HttpStatusCode.BadRequest);

        var refused = (await Refused(op, sender))!;
        refused["name"]!.GetValue<string>().ShouldBe("Stadens larm");
        var alarm = refused["alarms"]!.AsArray().ShouldHaveSingleItem()!;
        (alarm["times"]!.GetValue<int>(), alarm["size"]!.GetValue<int>(), alarm["kept"]!.GetValue<bool>()).ShouldBe(
            (2, bytes.Length, true)
        );
        alarm["reasons"]![0]!.GetValue<string>().ShouldBe("alarms.refused-not-well-formed");
        alarm["why"]!.GetValue<string>().ShouldContain("Meddelandet är inte välskrivet");
        var raw = await op.Get($"/alarms/refused/{sender.Person}/{alarm["digest"]}");
        raw.ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe(bytes);
        raw.ContentType.ShouldBe("text/plain");
        raw.Header("X-Received-Content-Type").ShouldBe("application/cap+xml");

        var settlement = $"/alarms/refused/{sender.Person}/settlement";
        (await op.Post(settlement, new { until = refused["version"]!.GetValue<long>(), why = "Ringt" })).ShouldBe(HttpStatusCode.NoContent);
        (await Refused(op, sender)).ShouldBeNull();
        (await op.Post(settlement, new { })).ShouldBe(HttpStatusCode.NoContent);
        // What was kept is kept.
        (await op.Get($"/alarms/refused/{sender.Person}/{alarm["digest"]}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refused_it_takes_no_key_so_that_what_is_put_right_is_taken_in_under_the_same()
    {
        var (op, sender) = (await product.As("operator"), await product.NewMachine("city"));
        var key = Fresh.Id().ToString();
        (await sender.Post("/alarms", Typed.Replace("fire", "Fire!", StringComparison.Ordinal), key)).ShouldBe(HttpStatusCode.BadRequest);
        (await Refused(op, sender)).ShouldNotBeNull();

        (await sender.Post("/alarms", Typed, key)).ShouldBe(HttpStatusCode.Created);
        (await sender.Post("/alarms", Typed, key)).ShouldBe(HttpStatusCode.Created).Replayed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("text/plain", true, HttpStatusCode.UnsupportedMediaType, "platform.unsupported-media-type")]
    [InlineData("application/json", false, HttpStatusCode.BadRequest, "platform.idempotency-key-missing")]
    public async Task What_is_sent_in_no_form_of_ours_is_somebodys_alarm_as_well(
        string type,
        bool keyed,
        HttpStatusCode status,
        string reason
    )
    {
        var (op, sender) = (await product.As("operator"), await product.NewMachine("city"));
        (await sender.PostBytes("/alarms", Encoding.UTF8.GetBytes(Typed), type, keyed ? null : "")).ShouldBeRefused(status, reason);

        (await Refused(op, sender))!["alarms"]![0]!["reasons"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe([reason]);
    }

    [Fact]
    public async Task Of_a_document_of_which_some_was_taken_in_the_rest_is_told()
    {
        var (op, sender) = (await product.As("operator"), await product.NewMachine("city"));
        var bad = new CapMessage().Xml.Replace("<status>Actual</status>", "", StringComparison.Ordinal);
        var feed = $"<feed>{new CapMessage().Xml}{bad}</feed>";

        (await Send(sender, Encoding.UTF8.GetBytes(feed))).ShouldBe(HttpStatusCode.Created);

        (await Refused(op, sender)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_broken_sender_fills_nobodys_page()
    {
        var (op, sender) = (await product.As("operator"), await product.NewMachine("city"));
        for (var n = 0; n < 22; n++)
        {
            await Send(sender, Encoding.UTF8.GetBytes($"<alert n='{n}'>"));
        }

        var refused = (await Refused(op, sender))!;

        (refused["alarms"]!.AsArray().Count, refused["counted"]!.GetValue<int>()).ShouldBe((20, 2));
        (
            await product.Scalar<long>(
                "select count(*) from crisis.mt_doc_rawalarm where id::text in (select data->>'raw' from crisis.mt_events "
                    + $"where type = 'alarm_refused' and stream_id = '{CrisisCommand.Alarms.RefusedAlarms.StreamOf(new(sender.Person))}')"
            )
        ).ShouldBe(20);
    }

    [Fact]
    public async Task It_stands_on_the_operators_start_page_with_number_and_a_button()
    {
        var sender = await product.NewMachine("city");
        await Send(sender, "<alert>"u8.ToArray());
        using var browsing = await Browsing.As("operator", product);

        var strip = WebUtility.HtmlDecode(await (await browsing.Get("/live/alarms/refused")).Content.ReadAsStringAsync());
        var page = WebUtility.HtmlDecode(await (await browsing.Get("/live")).Content.ReadAsStringAsync());

        strip.ShouldContain("Avvisade larm – ring avsändaren");
        page.ShouldContain("hx-get=\"/live/alarms/refused\"");
        page.ShouldContain("Avvisade larm – ring avsändaren");
        var employee = await product.As("staff-9");
        (await employee.Get("/alarms/refused")).ShouldBe(HttpStatusCode.Forbidden);
        (await employee.Post($"/alarms/refused/{sender.Person}/settlement", new { })).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Reply> Send(Caller sender, byte[] bytes) => sender.PostBytes("/alarms", bytes, "application/cap+xml");

    private static async Task<JsonNode?> Refused(Caller op, Caller sender)
    {
        for (var next = "/alarms/refused?limit=200"; next is not null; )
        {
            var page = (await op.Get(next)).ShouldBe(HttpStatusCode.OK);
            if (page.Json.AsArray().FirstOrDefault(s => s!["sender"]!.GetValue<string>() == sender.Person) is { } found)
            {
                return found;
            }

            next = page.Header("Link")?.Split('<', '>')[1];
        }

        return null;
    }
}
