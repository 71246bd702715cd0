using System.Net;
using CrisisCommand.IntegrationTests.Timeline;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>Whoever can write in the database can change words, and not what was committed to: it shows wherever the text is read.</summary>
public class AlteredTextsTests(Product product)
{
    private const string Altered = "[ändrad i databasen]";

    [Theory]
    [InlineData("""jsonb_set(data, '{words}', '"Öppna porten"')""")]
    [InlineData("""jsonb_set(data, '{salt}', '"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="')""")]
    [InlineData("""jsonb_set(data, '{salt}', '7')""")]
    [InlineData("""jsonb_set(data, '{words}', 'null')""")]
    [InlineData("""'[]'::jsonb""")]
    [InlineData("""'"x"'::jsonb""")]
    public async Task Forged_words_are_shown_as_such_and_told(string forgery)
    {
        var (crisis, text) = await Written("Håll porten stängd");
        await Forge(text, forgery);

        (await Line(crisis)).ShouldContain(Altered);
        (await Line(crisis, "en")).ShouldContain("[altered in the database]");
        (await crisis.Vd.Get($"/crises/{crisis.Id}/board")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("Öppna porten");
        var openings = (await crisis.Vd.Get($"/crises/{crisis.Id}/journal")).Json.AsArray()[^1]!["openings"]!.AsArray();
        openings.Single()!["altered"]!.GetValue<bool>().ShouldBeTrue();
        (await Health()).ShouldContain("were altered in the database");
    }

    [Fact]
    public async Task Two_texts_that_changed_places_are_both_altered_and_read_again_when_they_are_back()
    {
        var (crisis, one) = await Written("Evakuera trapphus A");
        await crisis.Append(new EntryWritten(Now, CommittedText.Commit("Evakuera trapphus B"), EntryCategory.Observation, null));
        var other = (await crisis.Vd.Get($"/crises/{crisis.Id}/journal")).Json.AsArray()[^1]!["data"]!["text"]!["c"]!.GetValue<string>();
        var swap = $"""
            update crisis.mt_doc_opening a set data = b.data from crisis.mt_doc_opening b
            where (a.id, b.id) in (('{one}', '{other}'), ('{other}', '{one}'))
            """;

        await Product.Sql(product.ConnectionString, swap);
        (await Words(crisis)).TakeLast(2).ShouldAllBe(w => w.Contains(Altered));

        await Product.Sql(product.ConnectionString, swap);
        var (before, after) = (await Words(crisis)).TakeLast(2).ToList() is [var a, var b] ? (a, b) : default;
        (before.Contains("trapphus A"), after.Contains("trapphus B")).ShouldBe((true, true));
    }

    [Fact]
    public async Task What_is_gone_is_missing_and_only_what_was_erased_by_decision_is_erased()
    {
        var (crisis, text) = await Written("Fru Andersson, fyra trappor");
        await Product.Sql(product.ConnectionString, $"delete from crisis.mt_doc_opening where id = '{text}'");
        (await Line(crisis)).ShouldContain("[saknas]");
        (await Health()).ShouldContain("are missing");

        await Erase(text);
        (await Line(crisis)).ShouldContain("[gallrad]");
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<(CrisisOnRecord Crisis, string Commitment)> Written(string words)
    {
        var crisis = await CrisisOnRecord.Declare(product);
        var text = CommittedText.Commit(words);
        await crisis.Append(new EntryWritten(Now, text, EntryCategory.Observation, null));
        (await Line(crisis)).ShouldContain(words);
        return (crisis, text.Commitment);
    }

    private Task Forge(string commitment, string data) =>
        Product.Sql(product.ConnectionString, $"update crisis.mt_doc_opening set data = {data} where id = '{commitment}'");

    private async Task Erase(string commitment)
    {
        var services = product.Services;
        var journals = services.GetRequiredService<Journals>();
        var context = CommandContext.Internal(Realm.Live, services.GetRequiredService<TimeProvider>(), "test", "test");
        var stream = await journals.Known(Realm.Live, StreamKinds.Erasures, Erasures.Stream, refresh: true, default);
        var erased = new TextErased(CommittedText.Stored(commitment), CommittedText.Commit("Beslut 2026-11"));
        (await journals.Commit(context, null, [new(stream, [erased])], _ => null, default)).ShouldBeOfType<CommitResult.Done>();
    }

    private static async Task<string> Line(CrisisOnRecord crisis, string language = "sv") => (await Words(crisis, language))[^1];

    private static async Task<List<string>> Words(CrisisOnRecord crisis, string language = "sv") =>
        [
            .. (await crisis.Vd.Get($"/crises/{crisis.Id}/timeline", ("Accept-Language", language)))
                .ShouldBe(HttpStatusCode.OK)
                .Json.AsArray()
                .Select(l => l!["words"]!.GetValue<string>()),
        ];

    private async Task<string> Health() =>
        (await product.Services.GetRequiredService<TextFaults>().CheckHealthAsync(new HealthCheckContext())).Description!;
}
