using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Boards;

/// <summary>Decisions that were taken before the fold of the board was changed.</summary>
public class OldReceiptsTests(Product product)
{
    [Theory]
    [InlineData(2, true, "Kontrollerad: stämmer", false)]
    [InlineData(2, false, "Stämmer inte", false)]
    [InlineData(3, true, "Kontrollerad: stämmer", true)]
    [InlineData(1, true, "Kan inte kontrolleras", true)]
    public async Task The_board_of_a_receipt_is_shown_and_checked_by_the_rules_of_its_fold(int fold, bool same, string said, bool both)
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        await Report(vd, crisis, "skarholmen");
        var version = await Report(vd, crisis, "hasselby");
        var board = (await product.Services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, crisis, version, default))!;
        var hash = same ? product.Services.GetRequiredService<BoardHash>().Of(board.By(fold)) : Sha256.Of("annan"u8);
        await product.Append(
            Realm.Live,
            new(StreamKinds.Crisis, crisis),
            Taken(new(crisis, version, fold, hash, new("vd"), board.RecordedAt))
        );

        var shown = await Page(vd, $"/live/crises/{crisis}/history?version={version}&decision=1");

        shown.ShouldContain(said);
        Situation(shown).ShouldContain("Hässelby");
        Situation(shown).Contains("Skärholmen", StringComparison.Ordinal).ShouldBe(both);
        // The same version by itself is shown as everything is shown now.
        Situation(await Page(vd, $"/live/crises/{crisis}/history?version={version}")).ShouldContain("Skärholmen");
    }

    private static string Situation(string page) => Regex.Match(page, "id=\"cell-situation\".*?</section>", RegexOptions.Singleline).Value;

    private static DecisionTaken Taken(BoardSeen seen) =>
        new(1, CommittedText.Commit("Utrym"), CommittedText.Commit("Rök"), [], null, null, null, null, null, seen.ServedAt, seen);

    private static async Task<long> Report(Caller vd, Guid crisis, string area)
    {
        var lines = new[] { new { area, status = "critical" } };
        var reported = await vd.Post($"/crises/{crisis}/situation", new { text = "Läget", status = lines });
        return long.Parse(reported.ShouldBe(HttpStatusCode.Created).ETag!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> Page(Caller caller, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await product.Http.SendAsync(request);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
