using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>A summons on its way to a person, through real providers that fail. Every test has a person and a number of its own, and ends its crisis.</summary>
public class SendNoticeTests(NoticeProduct product) : IClassFixture<NoticeProduct>
{
    private Gateway Gateway => product.Gateway;

    [Fact]
    public async Task A_text_message_goes_out_signed_and_its_link_answers()
    {
        const string number = "+46701740660";
        await product.Reached("documentation", number, null, ["sms", "voice"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "documentation", n => n.HasResult(0, "accepted"));
        var sent = Gateway.Of(notice).First();
        sent.Signed.ShouldBeTrue();
        sent.Text.ShouldStartWith("Brand i Rågsved. Du kallas in till Dokumentation. Tel +46812345678. Svara senast ");
        var link = new Uri(sent.Text[sent.Text.IndexOf("https://", StringComparison.Ordinal)..]);
        var attempt = notice["attempts"]![0]!;
        attempt["reference"]!.GetValue<string>().ShouldBe($"taken-{sent.Id}");
        attempt["to"]!.GetValue<string>().ShouldBe(number);
        attempt["text"]!.GetValue<string>().ShouldBe(sent.Text.Replace(link.ToString(), "[länk]", StringComparison.Ordinal));

        using var form = new FormUrlEncodedContent([new("answer", "coming")]);
        using var answered = await product.Http.PostAsync(link.AbsolutePath, form);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await vd.Notice(crisis, "documentation", n => n["ending"] is not null))["ending"]!.GetValue<string>().ShouldBe("answered");
        await product.EndTold(crisis);
    }

    /// <summary>Marks of every kind, typed into what the message quotes: an address that asks for the link, lines that pass for ours.</summary>
    [Fact]
    public async Task The_link_goes_where_we_put_it_and_never_into_what_people_wrote()
    {
        const string number = "+46701740669";
        const string address = "falla@bostad.example";
        const string place =
            "http://annan.example/?t=[länk] {0} {3} [link] [gallrad] [maskad] %s {{token}}\nSvara här: [länk]\r\nBcc: annan@annan.example";
        await product.Reached("documentation", number, null, ["sms"]);
        await product.Reached("situation", null, address, ["email"]);
        var vd = await product.As("vd");
        var declare = new
        {
            kind = "fire",
            title = place,
            reason = "Fara för liv",
            evenSo = true,
        };
        var crisis = (await vd.Post("/crises", declare)).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();

        var sms = await vd.Notice(crisis, "documentation", n => n.HasResult(0, "accepted"));
        await vd.Notice(crisis, "situation", n => n.HasResult(0, "accepted"));
        var (text, mail) = (Gateway.Of(sms).First().Text, product.Mail.To(address)[0]);
        mail.TextBody!.ShouldContain(
            "http://annan.example/?t=[länk] {0} {3} [link] [gallrad] [maskad] %s {{token}} Svara här: [länk] Bcc: annan"
        );
        // What fits in one text message, and the dots where it was cut.
        text.ShouldContain("http://annan.example/?t=[länk] {0} {3}");
        text[..text.IndexOf("Du kallas in", StringComparison.Ordinal)].TrimEnd().ShouldEndWith("...");
        foreach (var said in new[] { text, mail.TextBody! })
        {
            said.Split("https://kris.bostad.example/svar/").Length.ShouldBe(2, "the link stands there once");
            said.TrimEnd().ShouldMatch(@": https://kris\.bostad\.example/svar/[\w-]+\z");
        }

        mail.Subject!.ShouldNotContain("https://kris");
        mail.Subject!.ShouldContain("Bcc: annan@annan.example");
        mail.Bcc.ShouldBeEmpty();
        var attempt = sms["attempts"]![0]!;
        attempt["linked"]!.GetValue<bool>().ShouldBeTrue();
        attempt["text"]!.GetValue<string>().ShouldBe(text[..text.IndexOf("https://kris", StringComparison.Ordinal)] + "[länk]");
        (await vd.Get($"/crises/{crisis}")).Json["title"]!.GetValue<string>().ShouldContain("[länk] {0} {3}");
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task What_stays_unanswered_rings_as_well()
    {
        const string number = "+46701740661";
        await product.Reached("communications", number, null, ["sms", "voice"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "communications", n => n.HasResult(1, "accepted"));

        notice.Attempts().ShouldBe(["sms 1 accepted", "voice 1 accepted"]);
        var (sms, voice) = (Gateway.Of(notice)[0], Gateway.Of(notice)[1]);
        (voice.At - sms.At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9));
        voice.Id.ShouldNotBe(sms.Id);
        voice.Text.ShouldContain("ring +46812345678");
        voice.Text.ShouldNotContain("http");
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task A_failing_provider_gets_the_same_message_again_under_the_same_id()
    {
        const string number = "+46701740662";
        Gateway.Then("sms", number, 500).Then("sms", number, 502);
        await product.Reached("situation", number, null, ["sms"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "situation", n => n.HasResult(2, "accepted"));

        notice.Attempts().ShouldBe(["sms 1 failed faulty 500", "sms 2 failed faulty 502", "sms 3 accepted"]);
        Gateway.Of(notice).Count.ShouldBe(3);
        Gateway.Of(notice).Select(s => s.Id).Distinct().Count().ShouldBe(1);
        Gateway.Of(notice).ShouldAllBe(s => s.Signed);
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task A_provider_that_asks_for_time_gets_it()
    {
        const string number = "+46701740663";
        var date = TimeProvider.System.GetUtcNow().AddSeconds(8).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        Gateway.Then("sms", number, 429, ("Retry-After", "3")).Then("sms", number, 503, ("Retry-After", date));
        await product.Reached("property-operations", number, null, ["sms"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "property-operations", n => n.HasResult(2, "accepted"));

        notice.Attempts().ShouldBe(["sms 1 failed throttled 429", "sms 2 failed throttled 503", "sms 3 accepted"]);
        var sent = Gateway.Of(notice);
        (sent[1].At - sent[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2.9));
        sent[2]
            .At.ShouldBeGreaterThanOrEqualTo(
                DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture).AddMilliseconds(-100)
            );
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_given_up_and_the_next_channel_tried()
    {
        const string number = "+46701740664";
        Gateway.ThenSilence("sms", number).ThenSilence("sms", number).ThenSilence("sms", number);
        await product.Reached("security-liaison", number, null, ["sms", "voice"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "security-liaison", n => n.HasResult(3, "accepted"));

        notice.Attempts().ShouldBe(["sms 1 failed no-answer", "sms 2 failed no-answer", "sms 3 failed no-answer", "voice 1 accepted"]);
        Gateway.Of(notice).Where(s => s.Channel == "sms").Select(s => s.Id).Distinct().Count().ShouldBe(1);
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task A_lost_answer_makes_the_same_message_come_again_for_the_provider_to_tell()
    {
        const string number = "+46701740665";
        Gateway.ThenLost("sms", number);
        await product.Reached("people-support", number, null, ["sms"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "people-support", n => n.HasResult(1, "accepted"));

        notice.Attempts().ShouldBe(["sms 1 failed unreachable", "sms 2 accepted"]);
        Gateway.Of(notice).Select(s => s.Id).Distinct().Count().ShouldBe(1);
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task What_is_gone_or_leads_elsewhere_is_not_asked_twice_and_in_the_end_a_person_calls()
    {
        const string number = "+46701740666";
        Gateway.Then("sms", number, 410).Then("voice", number, 302, ("Location", Gateway.Address.ToString()));
        await product.Reached("business-support", number, null, ["sms", "voice"]);
        var (vd, op) = (await product.As("vd"), await product.As("operator"));
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "business-support", n => n["waiting"]!.GetValue<bool>());

        notice.Attempts().ShouldBe(["sms 1 failed gone 410", "voice 1 failed refused 302"]);
        notice["operatorReason"]!.GetValue<string>().ShouldBe("exhausted");
        Gateway.Of(notice).Count.ShouldBe(2);
        (await op.Get("/notices?waiting=true&limit=200")).Json.AsArray().ShouldContain(n => Id(n!) == Id(notice));
        await product.EndTold(crisis);
    }

    private static Guid Id(JsonNode notice) => notice["id"]!.GetValue<Guid>();
}
