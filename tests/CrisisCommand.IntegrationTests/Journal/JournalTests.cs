using System.Net;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Journal;

public class JournalTests(Product product)
{
    [Fact]
    public async Task An_entry_is_written_and_corrected()
    {
        var (vd, crisis) = await Begin();

        var entry = (await vd.Post($"{crisis}/entries", new { text = "Rök i trapphuset" })).ShouldBe(HttpStatusCode.Created);
        var first = (await Correct(vd, crisis, Id(entry))).ShouldBe(HttpStatusCode.Created);
        (await Correct(vd, crisis, Id(entry))).ShouldBe(HttpStatusCode.Created);

        var ofCorrection = await Correct(vd, crisis, Id(first));
        ofCorrection.ShouldBeRefused(HttpStatusCode.NotFound, "journal.unknown-entry");
        ((string)ofCorrection.Json["detail"]!).ShouldContain("Ange id för själva loggposten");
        (await Correct(vd, crisis, Fresh.Id())).ShouldBeRefused(HttpStatusCode.NotFound, "journal.unknown-entry");
        var (_, other) = await Begin();
        (await Correct(vd, other, Id(entry))).ShouldBeRefused(HttpStatusCode.NotFound, "journal.unknown-entry");
    }

    [Fact]
    public async Task The_store_holds_no_words()
    {
        var (vd, crisis) = await Begin();
        await vd.Post($"{crisis}/entries", new { text = "Fru Andersson på tredje våningen" });

        var stored = await product.StoredEvents(Guid.Parse(crisis.Split('/')[2]));

        stored.ToJsonString().ShouldNotContain("Andersson");
        (await product.Scalar<long>("select count(*) from crisis.mt_doc_opening where data->>'words' like 'Fru Andersson%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Late_entries_say_why()
    {
        var (vd, crisis) = await Begin();
        var now = DateTimeOffset.Parse((string)(await vd.Post($"{crisis}/decisions", Decision)).Header("Date")!);

        (await Write(vd, crisis, now.AddHours(1))).ShouldBeRefused(HttpStatusCode.BadRequest, "journal.in-the-future", "#/occurredAt");
        (await Write(vd, crisis, now.AddMinutes(-16))).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "journal.late-reason-required",
            "#/lateReason"
        );
        (await Write(vd, crisis, now.AddMinutes(-14))).ShouldBe(HttpStatusCode.Created);
        (await Write(vd, crisis, now.AddMinutes(-16), "Satt i telefon")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task After_the_stand_down_come_late_entries_and_corrections_only()
    {
        var (vd, crisis) = await Begin();
        var entry = await vd.Post($"{crisis}/entries", new { text = "Rök" });
        var task = await vd.Post($"{crisis}/tasks", new { text = "Räkna de boende", function = "situation" });
        var before = DateTimeOffset.Parse(entry.Header("Date")!).AddMinutes(-1);
        await product.StandDown(Guid.Parse(crisis.Split('/')[2]));

        (await vd.Post($"{crisis}/entries", new { text = "Rök" })).ShouldBeRefused(HttpStatusCode.Conflict, "journal.stood-down");
        (await Write(vd, crisis, before)).ShouldBeRefused(HttpStatusCode.Conflict, "journal.stood-down");
        (await vd.Post($"{crisis}/situation", new { text = "Lugnt" })).ShouldBeRefused(HttpStatusCode.Conflict, "journal.stood-down");
        (await vd.Post($"{crisis}/tasks", new { text = "Räkna", function = "situation" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "journal.stood-down"
        );
        (await vd.Post($"{crisis}/tasks/{task.Json["taskId"]}/done", new { text = "32" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "journal.stood-down"
        );
        (await Write(vd, crisis, before, "Satt i telefon")).ShouldBe(HttpStatusCode.Created);
        (await Correct(vd, crisis, Id(entry))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_situation_is_reported_per_area_and_function()
    {
        var (vd, crisis) = await Begin();
        (await Report(vd, crisis, """{"status": "strained", "area": "ragsved", "function": "situation", "text": "Utan ström"}""")).ShouldBe(
            HttpStatusCode.Created
        );
        (await Report(vd, crisis, """{"status": "normal"}, {"status": "normal", "area": "kista"}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "journal.unknown-area",
            "#/status/1/area"
        );
        (await Report(vd, crisis, """{"status": "normal", "function": "press"}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "journal.unknown-function",
            "#/status/0/function"
        );
        (await Report(vd, crisis, """{"status": "normal"}, {"area": "ragsved"}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            "#/status/1/status"
        );
        (await Report(vd, crisis, """{"status": "Not A Key"}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            "#/status/0/status"
        );
        (await vd.Post($"{crisis}/situation", new { text = "Lugnt" })).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_task_is_given_and_done_once()
    {
        var (vd, crisis) = await Begin();
        await vd.Post($"{crisis}/decisions", Decision);
        var given = (await vd.Post($"{crisis}/tasks", """{"text": "Räkna", "function": "situation", "decisionNumber": 1}""")).ShouldBe(
            HttpStatusCode.Created
        );
        Id(given).ShouldNotBe(Guid.Empty);
        var done = $"{crisis}/tasks/{given.Json["taskId"]}/done";

        (await vd.Post(done, new { text = "32 boende" })).ShouldBe(HttpStatusCode.NoContent);
        (await vd.Post(done, new { text = "32 boende" })).ShouldBeRefused(HttpStatusCode.Conflict, "journal.task-done");
        (await vd.Post($"{crisis}/tasks/{Fresh.Id()}/done", new { text = "32" })).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "journal.unknown-task"
        );
        (await vd.Post($"{crisis}/tasks", """{"text": "Räkna", "function": "press"}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "journal.unknown-function",
            "#/function"
        );
        (await vd.Post($"{crisis}/tasks", """{"text": "Räkna", "function": "situation", "decisionNumber": 2}""")).ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "journal.unknown-decision",
            "#/decisionNumber"
        );
    }

    private static readonly object Decision = new
    {
        evenSo = true,
        decision = "Utrym hus 4",
        motive = "Rasrisk",
    };

    private async Task<(Caller Vd, string Crisis)> Begin()
    {
        var vd = await product.As("vd");
        return (vd, $"/crises/{await vd.DeclareCrisis()}");
    }

    private static Guid Id(Reply reply) => reply.Json["eventId"]!.GetValue<Guid>();

    private static Task<Reply> Correct(Caller caller, string crisis, Guid entry) =>
        caller.Post($"{crisis}/entries/{entry}/correction", new { text = "Ånga", why = "Hörde fel" });

    private static Task<Reply> Report(Caller caller, string crisis, string lines) =>
        caller.Post($"{crisis}/situation", $$"""{"text": "Läget", "status": [{{lines}}]}""");

    private static Task<Reply> Write(Caller caller, string crisis, DateTimeOffset occurredAt, string? lateReason = null)
    {
        var entry = new Dictionary<string, string> { ["text"] = "Rök", ["occurredAt"] = occurredAt.ToString("O") };
        if (lateReason is not null)
        {
            entry["lateReason"] = lateReason;
        }

        return caller.Post($"{crisis}/entries", entry);
    }
}
