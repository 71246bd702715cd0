using System.IO.Compression;
using System.Net;
using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.IntegrationTests.Crash;
using CrisisCommand.IntegrationTests.Kit;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>
/// On a database that the build of 2026-11-28 17:17 left, before the record told capacities, updates and cells of a situation: its
/// demonstration, played once (<c>Platform/OldDatabase/demo.sql.gz</c>, a plain dump), and the schema then brought up to date.
/// </summary>
public sealed class OldDatabase : Product
{
    protected override async Task MakeDatabase(string database)
    {
        await Sql(Server, $"create database {database}");
        await using var packed = File.OpenRead(
            Path.Combine(Checkout.Root, "tests/CrisisCommand.IntegrationTests/Platform/OldDatabase/demo.sql.gz")
        );
        using var dump = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        await Sql(ConnectionString, await dump.ReadToEndAsync());
        await HostCommand.Apply(ConnectionString);
    }
}

/// <summary>What is on record stays readable, and what was proven stays proven, whatever the folds have learnt since.</summary>
public class OldDatabaseTests(OldDatabase product) : IClassFixture<OldDatabase>
{
    [Fact]
    public async Task Every_page_and_answer_about_an_old_crisis_reads()
    {
        var vd = await product.As("vd");
        var crises = (await vd.Get("/crises")).ShouldBe(HttpStatusCode.OK).Json.AsArray();
        var crisis = crises.Single()!["crisisId"]!.GetValue<Guid>();
        foreach (
            var path in new[]
            {
                "",
                "/board",
                "/timeline",
                "/after-action",
                "/staffing-proof",
                "/decisions",
                "/decisions/1",
                "/klo",
                "/endurance",
                "/me",
                "/manual",
            }
        )
        {
            var answer = await vd.Get($"/crises/{crisis}{path}");
            answer.ShouldBe(HttpStatusCode.OK);
            answer.Text.ShouldNotContain(Words.Missing, customMessage: path);
        }

        foreach (var page in new[] { "", "/mine", "/log", "/history", "/report", "/paper" })
        {
            (await product.Page("vd", $"/live/crises/{crisis}{page}")).Reply.ShouldBe(HttpStatusCode.OK);
        }

        (await vd.Get("/incidents")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("Ekholmen 3");
    }

    /// <summary>The hash that was sealed when the board was served comes out of the same facts again, by the fold of then.</summary>
    [Fact]
    public async Task The_board_that_an_old_decision_was_taken_on_is_proven_still()
    {
        var services = product.Services;
        var id = await product.Scalar<Guid>("select stream_id from crisis.mt_events where type = 'crisis_declared'");
        var facts = await services.GetRequiredService<Journals>().Facts(Realm.Live, id, 1, null, default);
        var seen = facts.Select(f => (f.Event as DecisionTaken)?.Receipt).OfType<BoardSeen>().First();

        var board = await services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, id, seen.Version, default);

        seen.FoldVersion.ShouldBe(2);
        services.GetRequiredService<BoardHash>().Of(board!.By(seen.FoldVersion)).ShouldBe(seen.Hash);
    }

    /// <summary>What is written now stands beside what was written then.</summary>
    [Fact]
    public async Task An_old_incident_takes_what_comes()
    {
        var jour = await product.As("jour");
        var incident = await product.Scalar<Guid>("select stream_id from crisis.mt_events where type = 'alarm_received'");

        (await jour.Post($"/incidents/{incident}/reports", new { text = "Efterkontroll utan anmärkning" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        var shown = (await jour.Get($"/incidents/{incident}")).Json;
        shown["latest"]!["text"]!.GetValue<string>().ShouldBe("Efterkontroll utan anmärkning");
        shown["text"]!.GetValue<string>().ShouldNotBe("Efterkontroll utan anmärkning");
    }
}
