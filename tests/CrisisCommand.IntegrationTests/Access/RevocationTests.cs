using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Summoning;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>What is taken away is taken away from the next command on, whichever node has it.</summary>
public class RevocationTests(Product product)
{
    private static readonly object Entry = new { text = "TiB ringde" };

    [Fact]
    public async Task A_role_ends_with_the_next_command()
    {
        var (vd, operations) = (await product.As("vd"), await product.As("operator"));
        var writer = await product.Newcomer("writer");
        var crisis = await vd.DeclareCrisis();
        (await writer.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.NotFound);
        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.NotFound);

        (await vd.Post($"/persons/{writer.Person}/roles", new { role = "log-keeper" })).ShouldBe(HttpStatusCode.NoContent);
        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.Created);
        (await writer.Post($"/crises/{crisis}/decisions", new { decision = "A", motive = "B" })).ShouldBeRefused(
            HttpStatusCode.Forbidden,
            "access.not-permitted"
        );

        (await operations.Delete($"/persons/{writer.Person}/roles/log-keeper")).ShouldBe(HttpStatusCode.NoContent);
        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.NotFound);
        (await writer.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>This node still remembers the role when another node has revoked it: the commit itself finds out.</summary>
    [Fact]
    public async Task A_role_revoked_on_another_node_ends_with_the_next_command_too()
    {
        var vd = await product.As("vd");
        var writer = await product.Newcomer("writer", StandingRole.LogKeeper);
        var crisis = await vd.DeclareCrisis();
        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.Created);

        await using (var other = new OtherNode(product))
        {
            await other.Append(
                StreamKinds.Person,
                CrisisCommand.People.Person.StreamOf(new(writer.Person)),
                new RoleRevoked(new(writer.Person), StandingRole.LogKeeper)
            );
        }

        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The control: without the ground in the commit, a node that has not heard goes on as before.</summary>
    [Fact]
    public async Task Without_the_check_in_the_commit_a_stale_right_would_be_used()
    {
        var vd = await product.As("vd");
        var writer = await product.Newcomer("writer", StandingRole.LogKeeper);
        var crisis = await vd.DeclareCrisis();
        (await writer.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.Created);
        var journals = product.Services.GetRequiredService<Journals>();
        await using var other = new OtherNode(product);
        await other.Append(
            StreamKinds.Person,
            CrisisCommand.People.Person.StreamOf(new(writer.Person)),
            new RoleRevoked(new(writer.Person), StandingRole.LogKeeper)
        );

        var known = journals.Cached(Realm.Live, StreamKinds.Person, CrisisCommand.People.Person.StreamOf(new(writer.Person)))!;
        known.State<Standing>().Roles.Keys.ShouldContain(StandingRole.LogKeeper);
        (await Commit(journals, crisis, [])).ShouldBeOfType<CommitResult.Done>();
        (await Commit(journals, crisis, [known])).ShouldBeOfType<CommitResult.StreamMoved>();
    }

    [Fact]
    public async Task Whoever_is_shut_out_does_nothing_more_function_or_not()
    {
        var (vd, operations) = (await product.As("vd", "ovning"), await product.As("operator", "ovning"));
        var holder = await product.As("staff-3", "ovning");
        var crisis = await vd.DeclareCrisis();
        await vd.Staff(crisis, "communications", "staff-3");
        (await holder.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.Created);

        (await operations.Post("/persons/staff-3/access-closure", new { why = "Telefonen är stulen" })).ShouldBe(HttpStatusCode.NoContent);
        (await holder.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.NotFound);
        (await holder.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.NotFound);
        (await operations.Post("/persons/staff-3/access-reopening", new { why = "Ny telefon" })).ShouldBe(HttpStatusCode.NoContent);
        (await holder.Post($"/crises/{crisis}/entries", Entry)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_link_in_a_stolen_phone_answers_nothing()
    {
        var holder = await product.Newcomer("holder");
        var crisis = await (await product.As("vd")).DeclareCrisis();
        var by = TimeProvider.System.GetUtcNow().AddMinutes(3);
        var summons = new FunctionSummoned(new("communications"), new(holder.Person), 3, by);
        await product.Append(Realm.Live, new(StreamKinds.Crisis, crisis), summons);
        var facts = await product.Services.GetRequiredService<Journals>().Facts(Realm.Live, crisis, 1, null, default);
        var version = facts.First(f => f.Event is FunctionSummoned s && s.Person.Value == holder.Person).Version;
        var link = "/svar/" + product.Services.GetRequiredService<SummonsLinks>().TokenOf(Realm.Live, crisis, version, by);

        await product.AppendTo(holder, "live", new AccessClosed(new(holder.Person), CommittedText.Commit("Telefonen är stulen")));
        (await Tap(link)).ShouldBe(HttpStatusCode.Gone);
        (await product.StoredEvents(crisis)).Count(e => (string)e!["type"]! == "summons_answered").ShouldBe(0);

        await product.AppendTo(holder, "live", new AccessReopened(new(holder.Person), CommittedText.Commit("Ny telefon")));
        (await Tap(link)).ShouldBe(HttpStatusCode.OK);
        (await product.StoredEvents(crisis)).Count(e => (string)e!["type"]! == "summons_answered").ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_dismissed_on_another_node_no_longer_sees_the_crisis_in_the_list()
    {
        var reader = await product.Newcomer("reader");
        await product.AppendTo(reader, "live", new RoleGranted(new(reader.Person), StandingRole.Auditor, RoleReach.Admitted));
        var crisis = await (await product.As("vd")).DeclareCrisis();
        await product.Append(Realm.Live, new(StreamKinds.Crisis, crisis), new ReaderAdmitted(new(reader.Person), WithTexts: true));
        (await reader.Get("/crises?limit=200")).Json.AsArray().Count.ShouldBe(1);

        await using var other = new OtherNode(product);
        await other.Append(StreamKinds.Crisis, crisis, new ReaderDismissed(new(reader.Person)));
        (await reader.Get("/crises?limit=200")).ShouldBe(HttpStatusCode.OK).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deputy_may_nothing_until_the_function_is_theirs_and_the_one_who_left_it_nothing_after()
    {
        var (vd, holder, deputy) = (await product.As("vd"), await product.As("communications"), await product.As("communications-1"));
        var crisis = await vd.DeclareCrisis();
        await holder.Staff(crisis, "communications", "communications");
        var task = new { text = "Ring", function = "communications" };
        (await deputy.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Post($"/crises/{crisis}/functions/communications/staffing", new { personId = "communications-1" })).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await holder.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Created);
        (await holder.Post($"/crises/{crisis}/tasks", new { text = "Ring", function = "situation" })).ShouldBe(HttpStatusCode.Forbidden);

        var handover = $"/crises/{crisis}/functions/communications/handover";
        (await holder.Post(handover, new { to = "communications-1", briefing = "Läget" })).ShouldBe(HttpStatusCode.NoContent);
        (await deputy.Post(handover + "/acceptance")).ShouldBe(HttpStatusCode.NoContent);

        (await deputy.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Created);
        (await holder.Post($"/crises/{crisis}/tasks", task)).ShouldBe(HttpStatusCode.Forbidden);
        (await holder.Get($"/crises/{crisis}/board")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> Tap(string link)
    {
        using var form = new FormUrlEncodedContent([new("answer", "coming")]);
        using var response = await product.Http.PostAsync(link, form);
        return response.StatusCode;
    }

    private static Task<CommitResult> Commit(Journals journals, Guid crisis, StreamSnapshot[] grounds) =>
        CommitOn(journals, journals.Cached(Realm.Live, StreamKinds.Crisis, crisis)!, grounds);

    private static Task<CommitResult> CommitOn(Journals journals, StreamSnapshot crisis, StreamSnapshot[] grounds) =>
        journals.Commit(
            CommandContext.Internal(Realm.Live, TimeProvider.System, "test", "test"),
            null,
            [new Append(crisis, [new FunctionLeftVacant(new("communications"))])],
            _ => null,
            default,
            grounds: grounds
        );
}
