using System.Net;
using System.Text;
using CrisisCommand.IntegrationTests.Alarms;
using CrisisCommand.IntegrationTests.Duty;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.People;

/// <summary>Ids that are not what they look like, names that pass for another's, and texts that read otherwise than they are.</summary>
public class LookalikesOverHttpTests(Product product)
{
    [Theory]
    [InlineData("vd%0a")]
    [InlineData("vd%0D%0A")]
    [InlineData("vd%E2%80%8B")]
    [InlineData("VD")]
    [InlineData("system")]
    [InlineData("convener")]
    [InlineData("first-operator")]
    [InlineData("anybody")]
    [InlineData("live")]
    public async Task Nobody_is_registered_under_such_an_id(string id)
    {
        var op = await product.As("operator");
        (await op.Put($"/persons/{id}", new { name = "Falsk" })).ShouldBe(HttpStatusCode.BadRequest);
        (await op.Post($"/persons/{id}/roles", new { role = "observer" })).Status.ShouldNotBe(HttpStatusCode.NoContent);
        (
            await product.Scalar<long>(
                "select count(*) from crisis.mt_doc_person where data->>'key' ~ '[^a-z0-9-]|^(system|convener|live)$'"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_takes_the_look_of_another_is_shown_with_their_id_and_so_is_the_other()
    {
        var (op, vd) = (await product.As("operator"), await product.As("vd"));
        var crisis = await vd.DeclareCrisis();
        (await op.Put("/persons/true-one", new { name = "Sara Äkta Sann" })).ShouldBe(HttpStatusCode.NoContent);
        await vd.Staff(crisis, "documentation", "true-one");
        (await Name(vd, crisis, "true-one")).ShouldBe("Sara Äkta Sann");

        // Cyrillic а, a zero-width space, two blanks, and parts instead of the whole letter.
        var look = "Sаra\u200b  Äkta Sann".Normalize(NormalizationForm.FormD);
        (await op.Put("/persons/false-one", new { name = look })).ShouldBe(HttpStatusCode.NoContent);
        await vd.Staff(crisis, "communications", "false-one");

        (await Name(vd, crisis, "true-one")).ShouldBe("Sara Äkta Sann (true-one)");
        (await Name(vd, crisis, "false-one")).ShouldBe($"{look} (false-one)");
    }

    [Theory]
    [InlineData("Prov  Örnäs\u00a0Dubbel")]
    [InlineData("prov örnäs dubbel")]
    public async Task A_roster_names_a_person_however_the_name_is_written(string written)
    {
        var (op, vd) = (await product.As("operator"), await product.As("vd"));
        (await op.Put("/persons/provis", new { name = "Prov Örnäs Dubbel" })).ShouldBe(HttpStatusCode.NoContent);
        var day = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyyMMdd");
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            await vd.Adopted(RosterCalendars.NewLayer(), $"DTSTART:{day}T080000Z\nDTEND:{day}T160000Z\nSUMMARY:{written.Normalize(form)}");
        }
    }

    [Theory]
    [InlineData("Porten \u001b[2K öppen", "styrtecken")]
    [InlineData("Porten \u202Enetröp", "dolda tecken")]
    [InlineData("\u200b\u2060", "tom")]
    public async Task A_text_that_reads_otherwise_than_it_is_is_refused_where_it_stands(string text, string word)
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var refused = (await vd.Post($"/crises/{crisis}/entries", new { text })).ShouldBe(HttpStatusCode.BadRequest);
        var error = refused.Json["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["pointer"]!.GetValue<string>().ShouldBe("#/text");
        error["detail"]!.GetValue<string>().ShouldContain(word);
    }

    [Fact]
    public async Task A_foreign_alarm_keeps_its_signs_and_shows_them()
    {
        var tib = await product.As("tib");
        var alarm = new CapMessage { Text = "Vatten \u202Eetsid dem" };
        var reply = (await alarm.Post(tib)).ShouldBe(HttpStatusCode.Created);

        var incident = (await tib.Get($"/incidents/{reply.Json["incidentId"]}")).ShouldBe(HttpStatusCode.OK);
        incident.Text.ShouldContain("Vatten [U+202E]etsid dem");
        incident.Text.ShouldNotContain("\u202E");
        (await tib.Get($"/alarms/{reply.Json["alarmId"]}/raw")).Bytes.ShouldBe(alarm.Bytes);
    }

    private static async Task<string> Name(Caller caller, Guid crisis, string person) =>
        (await caller.Get($"/crises/{crisis}/klo")).ShouldBe(HttpStatusCode.OK).Json["persons"]![person]!.GetValue<string>();
}
