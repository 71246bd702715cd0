using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Boards;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Boards;

public class BoardTests(Product product)
{
    [Fact]
    public async Task The_board_now_is_the_fold_of_the_whole_journal_and_carries_its_version()
    {
        var (vd, crisis) = await product.Declared();
        (await vd.Post($"/crises/{crisis}/functions/crisis-leader/staffing", new { personId = "vd" })).ShouldBe(HttpStatusCode.NoContent);

        var board = (await vd.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);

        board.ETag.ShouldBe("\"12\"");
        board.Json["version"]!.GetValue<long>().ShouldBe(12);
        board.Json["functions"]![0]!["holder"]!.GetValue<string>().ShouldBe("vd");
        (await vd.Get($"/crises/{crisis}/board", ("If-None-Match", "\"12\""))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_board_at_every_version_equals_the_fold_of_the_first_facts()
    {
        var (vd, crisis) = await product.Declared();
        for (var i = 0; i < 5; i++)
        {
            await vd.Decide(crisis);
        }

        var journals = product.Services.GetRequiredService<Journals>();
        var hashes = product.Services.GetRequiredService<BoardHash>();
        var facts = await journals.Facts(Realm.Live, crisis, 1, null, default);
        for (var version = 1; version <= facts.Count; version++)
        {
            var served = await product.Services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, crisis, version, default);
            hashes.Of(served!).ShouldBe(hashes.Of(Fold.Of<Board>(facts.Take(version))));
            (await vd.Get($"/crises/{crisis}/board?version={version}")).Json["version"]!.GetValue<long>().ShouldBe(version);
        }
    }

    [Fact]
    public async Task The_board_as_of_an_instant_holds_what_was_recorded_until_then()
    {
        var (vd, crisis) = await product.Declared();
        await vd.Decide(crisis);
        var then = (await vd.Get($"/crises/{crisis}/board")).Json;
        await vd.Decide(crisis);

        var asOf = (await vd.Get($"/crises/{crisis}/board?asOf={then["recordedAt"]!.GetValue<string>()}")).ShouldBe(HttpStatusCode.OK);

        asOf.Text.ShouldBe(then.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        (await vd.Get($"/crises/{crisis}/board?asOf=2020-01-01T00:00:00Z"))
            .ShouldBe(HttpStatusCode.NotFound)
            .Problem.ShouldBe("boards.not-yet");
    }

    [Theory]
    [InlineData("?version=0", HttpStatusCode.NotFound, "boards.unknown-version")]
    [InlineData("?version=9999", HttpStatusCode.NotFound, "boards.unknown-version")]
    [InlineData("?version=x", HttpStatusCode.BadRequest, "boards.no-version")]
    [InlineData("?asOf=yesterday", HttpStatusCode.BadRequest, "boards.no-instant")]
    [InlineData("?asOf=2026-11-28T07:30:00", HttpStatusCode.BadRequest, "boards.no-instant")]
    [InlineData("?asOf=2026-11-28", HttpStatusCode.BadRequest, "boards.no-instant")]
    [InlineData("?asOf=2026-11-28T07:30:00&as=happened", HttpStatusCode.BadRequest, "boards.no-instant")]
    [InlineData("?version=1&asOf=2026-01-01T00:00:00Z", HttpStatusCode.BadRequest, "boards.version-or-instant")]
    public async Task A_board_that_never_was_is_a_problem(string query, HttpStatusCode status, string problem)
    {
        var (vd, crisis) = await product.Declared();

        (await vd.Get($"/crises/{crisis}/board{query}")).ShouldBe(status).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task A_decision_carries_the_receipt_of_the_board_that_was_seen()
    {
        var (vd, crisis) = await product.Declared();
        var receipt = (await vd.Get($"/crises/{crisis}/board")).Header("Board-Receipt");

        var decided = await vd.Post(
            $"/crises/{crisis}/decisions",
            new
            {
                decision = "Evakuera",
                evenSo = true,
                motive = "Rök",
                receipt,
            }
        );

        decided.ShouldBe(HttpStatusCode.Created);
        var seen = JsonNode.Parse(
            (await product.Scalar<string>($"select data->>'receipt' from crisis.mt_events where id = '{decided.Json["eventId"]}'"))!
        )!;
        seen["version"]!.GetValue<long>().ShouldBe(11);
        var again = await product.Services.GetRequiredService<BoardHistory>().AtVersion(Realm.Live, crisis, 11, default);
        seen["hash"]!.GetValue<string>().ShouldBe(product.Services.GetRequiredService<BoardHash>().Of(again!).Hex);
    }

    [Fact]
    public async Task A_forged_receipt_or_another_crisis_or_persons_is_refused()
    {
        var (vd, crisis) = await product.Declared();
        var (_, other) = await product.Declared();
        var receipt = (await vd.Get($"/crises/{other}/board")).Header("Board-Receipt")!;
        var own = (await vd.Get($"/crises/{crisis}/board")).Header("Board-Receipt")!;
        var chief = await product.As("chief-of-staff");
        var delegated = new DecisionsDelegated(new("chief-of-staff"), CommittedText.Commit("Evakuering"), null);
        await product.Append(Realm.Live, new(StreamKinds.Crisis, Guid.Parse($"{crisis}")), delegated);

        await Refused(vd, receipt, "decisions.other-crisis-receipt");
        await Refused(vd, own[..^6] + "AAAAAA", "decisions.forged-receipt");
        await Refused(chief, own, "decisions.other-person-receipt");

        async Task Refused(Caller who, string sent, string problem) => (
                await who.Post(
                    $"/crises/{crisis}/decisions",
                    new
                    {
                        decision = "Evakuera",
                        evenSo = true,
                        motive = "Rök",
                        receipt = sent,
                    }
                )
            ).ShouldBe(HttpStatusCode.BadRequest).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task An_exercise_has_its_own_crises()
    {
        var (_, crisis) = await product.Declared();
        var exercise = await product.As("vd", "ovning");

        (await exercise.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.NotFound);
        var own = await exercise.Post(
            "/crises",
            new
            {
                kind = "fire",
                title = "Övning Alva",
                reason = "Övning",
                evenSo = true,
            }
        );
        (await exercise.Get($"/crises/{own.Json["crisisId"]}/board")).Json["exercise"]!.GetValue<bool>().ShouldBeTrue();
    }
}
