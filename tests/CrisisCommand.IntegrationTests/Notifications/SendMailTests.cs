using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>The same by a real mail server that turns mail away, and where somebody is told who is reached elsewhere from now on.</summary>
public class SendMailTests(NoticeProduct product) : IClassFixture<NoticeProduct>
{
    private Gateway Gateway => product.Gateway;

    [Fact]
    public async Task Mail_that_is_turned_away_for_now_comes_again_as_the_same_message()
    {
        const string address = "stabschef@bostad.example";
        product.Mail.Then(address, 451, "Try again later");
        await product.Reached("chief-of-staff", null, address, ["email"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "chief-of-staff", n => n.HasResult(1, "accepted"));

        notice.Attempts().ShouldBe(["email 1 failed faulty 451", "email 2 accepted"]);
        var mails = product.Mail.To(address);
        mails.Count.ShouldBe(2);
        mails.Select(m => m.MessageId).Distinct().Single().ShouldEndWith("@bostad.example");
        mails[1].Subject.ShouldBe("Inkallad till Stabschef: Brand i Rågsved");
        mails[1].TextBody!.ShouldContain("https://kris.bostad.example/svar/");
        mails[1].Headers["Auto-Submitted"].ShouldBe("auto-generated");
        await product.EndTold(crisis);
    }

    [Fact]
    public async Task Mail_that_is_refused_for_good_gives_way_to_the_next_channel_at_once()
    {
        const string address = "vd@bostad.example";
        const string number = "+46701740668";
        product.Mail.Then(address, 550, "No such user");
        await product.Reached("vd", number, address, ["email", "sms"]);
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();

        var notice = await vd.Notice(crisis, "vd", n => n.HasResult(1, "accepted"));

        notice.Attempts().ShouldBe(["email 1 failed refused 550", "sms 1 accepted"]);
        product.Mail.To(address).Count.ShouldBe(1);
        await product.EndTold(crisis);
    }

    /// <summary>Readers are let in most often when all is over; by whoever keeps the records, alone.</summary>
    [Fact]
    public async Task Who_is_let_in_to_a_crisis_that_is_over_is_told_and_by_when_it_was_declared()
    {
        var (records, kim) = (await product.As("records-officer"), await product.Newcomer("kim"));
        await product.Reached(kim.Person, "+46701740682", null, ["sms"]);
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await product.EndTold(crisis);

        var admit = new { personId = kim.Person, withTexts = false };
        (await records.Post($"/crises/{crisis}/readers", admit)).ShouldBe(HttpStatusCode.NoContent);

        var sent = await Eventually.Is(() => Task.FromResult(Gateway.To("+46701740682")), m => m.Any());
        sent[0].Text.ShouldMatch(@"^Ändrad behörighet: Krisen från \d\d:\d\d: Namn på kim-.* får läs");
        sent[0].Text.ShouldNotContain("Rågsved");
    }

    /// <summary>Whoever redirects somebody's messages to themselves does not have that told to themselves only.</summary>
    [Fact]
    public async Task Who_is_reached_elsewhere_is_told_where_they_were_reached_before()
    {
        var (operations, kim) = (await product.As("operator"), await product.Newcomer("kim"));
        await product.Reached(kim.Person, "+46701740680", null, ["sms"]);
        var moved = new { name = "Kim Ny", phones = new[] { "+46701740681" } };
        (await operations.Put($"/persons/{kim.Person}", moved)).ShouldBe(HttpStatusCode.NoContent);

        var cause = await product.Scalar<Guid>(
            $"select id from crisis.mt_events where stream_id = '{CrisisCommand.People.Person.StreamOf(new(kim.Person))}' and tenant_id = 'live' order by version desc limit 1"
        );
        var id = CrisisCommand.Notifications.Notice.StreamOf(cause, new(kim.Person));
        var told = await Eventually.Is(
            () => operations.Get($"/notices/{id}"),
            r => r.Status == HttpStatusCode.OK && r.Json.HasResult(0, "accepted")
        );
        told.Json["attempts"]!.AsArray().Select(a => a!["to"]!.GetValue<string>()).ShouldBe(["+46701740680"]);
        var sent = Gateway.Of(told.Json).Single();
        sent.Text.ShouldContain("nås på andra nummer eller adresser");
        sent.Text.ShouldNotContain("+46701740681");
        sent.Text.ShouldNotContain("http");
    }
}
