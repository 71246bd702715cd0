using System.Net;
using System.Text;
using CrisisCommand.Access;
using CrisisCommand.IntegrationTests.Platform;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>Whoever has no right costs no more than the question whether they have.</summary>
public class RightsBeforeBodiesTests(Product product)
{
    /// <summary>2.4 MB of fields that there are not.</summary>
    private static readonly byte[] Unknown = Encoding.UTF8.GetBytes(
        $"{{{string.Join(',', Enumerable.Range(0, 200_000).Select(n => $"\"f{n}\":1"))}}}"
    );

    [Theory]
    [InlineData("observer", HttpStatusCode.Forbidden, "access.not-permitted")]
    [InlineData("staff-9", HttpStatusCode.NotFound, "platform.not-found")]
    public async Task A_body_from_somebody_without_the_right_is_not_read(string person, HttpStatusCode status, string code)
    {
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var caller = await product.As(person);
        // The Idempotency-Key is not asked for before the right is.
        foreach (var key in new[] { null, "" })
        {
            var reply = await caller.PostBytes($"/crises/{crisis}/decisions", Unknown, "application/json", key);

            reply.ShouldBe(status).Problem.ShouldBe(code);
            reply.Bytes.Length.ShouldBeLessThan(1_000);
        }
    }

    [Fact]
    public async Task Nobody_s_body_is_not_read_either()
    {
        var nobody = new Caller(product.Http, "nobody", "live", "x");

        var reply = await nobody.PostBytes("/crises", Unknown, "application/json");

        reply.ShouldBe(HttpStatusCode.Unauthorized).Bytes.Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public async Task Whoever_may_is_told_of_fifty_faults_and_no_more()
    {
        var probe = await Probe.Begin(product);

        var reply = await probe.ShouldBeRefused(
            HttpStatusCode.BadRequest,
            "platform.invalid-body",
            c => c.PostBytes(probe.Decisions, Unknown, "application/json")
        );

        reply.Json["errors"]!.AsArray().Count.ShouldBe(50);
        reply.Bytes.Length.ShouldBeLessThan(20_000);
    }

    /// <summary>A name of two million letters, or a hundred thousand items that are none, is said back no longer than anything else.</summary>
    [Theory]
    [InlineData("\"{0}\":1", 2_000_000)]
    [InlineData("\"basis\":[{1}1]", 500_000)]
    [InlineData("\"basis\":[{2}1]", 400_000)]
    public async Task However_long_a_fault_is_the_answer_is_short(string member, int size)
    {
        var probe = await Probe.Begin(product);
        var body =
            "{\"decision\":\"A\",\"motive\":\"B\","
            + member
                .Replace("{0}", new string('x', size), StringComparison.Ordinal)
                .Replace("{1}", string.Concat(Enumerable.Repeat("1,", size)), StringComparison.Ordinal)
                .Replace("{2}", string.Concat(Enumerable.Repeat("null,", size)), StringComparison.Ordinal)
            + "}";

        var reply = await probe.ShouldBeRefused(HttpStatusCode.BadRequest, "platform.invalid-body", c => c.Post(probe.Decisions, body));

        reply.Bytes.Length.ShouldBeLessThan(20_000);
    }

    /// <summary>The stored answer is the sender's for ever, also when what they did is no longer theirs to do.</summary>
    [Fact]
    public async Task What_was_carried_out_is_answered_again_after_the_right_is_gone()
    {
        var probe = await Probe.Begin(product);
        var decision = new { decision = "Utrym", motive = "Fara" };
        var key = $"{Fresh.Id()}";
        var first = (await probe.Caller.Post(probe.Decisions, decision, key)).ShouldBe(HttpStatusCode.Created);
        await product.AppendTo(
            probe.Caller,
            "live",
            new AccessClosed(new(probe.Caller.Person), CrisisCommand.Platform.Texts.CommittedText.Commit("Slutat"))
        );

        var again = (await probe.Caller.Post(probe.Decisions, decision, key)).ShouldBe(HttpStatusCode.Created);

        (again.Text, again.Replayed).ShouldBe((first.Text, true));
        (await probe.Caller.Post(probe.Decisions, decision)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    /// <summary>A right that another node gave is not refused by what this one remembers.</summary>
    [Fact]
    public async Task A_right_that_this_node_has_not_heard_of_yet_counts()
    {
        var newcomer = await product.Newcomer("late");
        var declare = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Fara",
            evenSo = true,
        };
        (await newcomer.Post("/crises", declare)).ShouldBe(HttpStatusCode.Forbidden);
        await using var other = new OtherNode(product);
        await other.Append(
            CrisisCommand.Platform.Vocabulary.StreamKinds.Person,
            CrisisCommand.People.Person.StreamOf(new(newcomer.Person)),
            new RoleGranted(new(newcomer.Person), StandingRole.OnCallManager, RoleReach.Realm)
        );

        (await newcomer.Post("/crises", declare)).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("*", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"1\"", HttpStatusCode.Created)]
    public async Task If_None_Match_holds_a_command_back_from_what_is_there(string tag, HttpStatusCode status)
    {
        var vd = await product.As("vd");
        var crisis = await vd.DeclareCrisis();
        var decision = new { decision = "Utrym", motive = "Fara" };

        var reply = await vd.Post($"/crises/{crisis}/decisions", decision, null, ("If-None-Match", tag));

        reply.ShouldBe(status);
        if (status == HttpStatusCode.PreconditionFailed)
        {
            reply.Problem.ShouldBe("platform.already-there");
            reply.Json["currentVersion"]!.GetValue<long>().ShouldBeGreaterThan(0);
            (
                await vd.Post(
                    "/incidents",
                    new
                    {
                        kind = "fire",
                        place = "Ekholmen 3",
                        text = "Rök",
                    },
                    null,
                    ("If-None-Match", "*")
                )
            ).ShouldBe(HttpStatusCode.Created);
        }
    }
}
