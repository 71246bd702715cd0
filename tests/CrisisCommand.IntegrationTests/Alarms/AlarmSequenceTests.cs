using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>CAP over HTTP: updated and cancelled, in order and out of it (C4–C6).</summary>
public class AlarmSequenceTests(Product product)
{
    [Fact]
    public async Task Update_and_cancel_move_the_incident()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var update = alarm.Update();
        var incident = await alarm.Take(tib);
        (await update.Take(tib)).ShouldBe(incident);
        (await tib.Get($"/incidents/{incident}")).Json["text"]!.GetValue<string>().ShouldBe("Update 1");
        (await update.Cancel().Take(tib)).ShouldBe(incident);

        var after = (await tib.Get($"/incidents/{incident}")).Json;

        (after["cancelled"]!.GetValue<bool>(), after["open"]!.GetValue<bool>()).ShouldBe((true, false));
        after["text"]!.GetValue<string>().ShouldBe("Update 1");
        after["alarms"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_alarm_that_comes_after_what_names_it_lands_with_it()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var incident = await alarm.Update().Take(tib);
        var late = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);
        late.Json["incidentId"]!.GetValue<string>().ShouldBe(incident);
        late.Json["actionable"]!.GetValue<bool>().ShouldBeTrue();
        (await tib.Get($"/incidents/{incident}")).Json["text"]!.GetValue<string>().ShouldBe("Update 1");
    }

    [Fact]
    public async Task An_alarm_that_comes_after_its_cancellation_is_not_acted_on()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage();
        var cancel = (await alarm.Cancel().Post(tib)).ShouldBe(HttpStatusCode.Created);
        cancel.Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
        var late = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);
        (late.Json["incidentId"]!.ToString(), late.Json["actionable"]!.GetValue<bool>()).ShouldBe(
            (cancel.Json["incidentId"]!.ToString(), false)
        );
        (await tib.Get(late.Location!)).Json["actionable"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Several_references_move_several_incidents()
    {
        var tib = await product.As("tib");
        var (one, two, late) = (new CapMessage(), new CapMessage(), new CapMessage());
        string[] incidents = [await one.Take(tib), await two.Take(tib)];

        var update = (await one.Update(one, two, late).Post(tib)).ShouldBe(HttpStatusCode.Created);

        update.Json["incidentIds"]!.AsArray().Select(i => i!.GetValue<string>()).ShouldBe(incidents);
        (await late.Take(tib)).ShouldBe(incidents[0]);
        foreach (var incident in incidents)
        {
            (await tib.Get($"/incidents/{incident}")).Json["text"]!.GetValue<string>().ShouldBe("Update 1");
        }
    }
}
