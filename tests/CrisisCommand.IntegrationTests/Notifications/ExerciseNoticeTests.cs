using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Notifications;

/// <summary>Nothing that an exercise does reaches a real person (domain.md §5.9).</summary>
public class ExerciseNoticeTests(NoticeProduct product) : IClassFixture<NoticeProduct>
{
    [Fact]
    public async Task An_exercise_records_and_sends_nothing_and_the_same_in_earnest_goes_out()
    {
        const string number = "+46701740670";
        const string address = "ovning@bostad.example";
        foreach (var realm in new[] { "live", "ovning" })
        {
            await product.Reached("documentation", number, null, ["sms"], realm);
            await product.Reached("situation", null, address, ["email"], realm);
        }

        var exercise = await product.As("vd", "ovning");
        var drill = await exercise.DeclareCrisis();
        var sms = await exercise.Notice(drill, "documentation", n => n.HasResult(0, "recorded"));
        var mail = await exercise.Notice(drill, "situation", n => n.HasResult(0, "recorded"));
        sms["attempts"]![0]!["text"]!.GetValue<string>().ShouldStartWith("ÖVNING - Brand i Rågsved");
        mail["attempts"]![0]!["text"]!.GetValue<string>().ShouldStartWith("ÖVNING – Inkallad till");
        foreach (var person in new[] { "vd", "chief-of-staff", "communications", "property-operations", "security-liaison" })
        {
            await exercise.Notice(drill, person, n => n.HasResult(0, "recorded"));
        }

        product.Gateway.All.ShouldBeEmpty();
        product.Mail.All.ShouldBeEmpty();

        // The control: the very same persons and channels in earnest.
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await vd.Notice(crisis, "documentation", n => n.HasResult(0, "accepted"));
        await vd.Notice(crisis, "situation", n => n.HasResult(0, "accepted"));
        product.Gateway.To(number).Single().Text.ShouldNotContain("ÖVNING");
        product.Mail.To(address).Single().Subject!.ShouldNotContain("ÖVNING");
        (await exercise.Get($"/notices/{sms["id"]}")).ShouldBe(HttpStatusCode.OK);
        (await vd.Get($"/notices/{sms["id"]}")).ShouldBe(HttpStatusCode.NotFound);
    }
}
