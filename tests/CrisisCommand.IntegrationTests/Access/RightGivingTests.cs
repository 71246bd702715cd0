using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>No role gives itself or another what it does not hold.</summary>
public class RightGivingTests(Product product)
{
    private static readonly object Declare = new
    {
        kind = "fire",
        title = "Brand",
        reason = "Fara",
        evenSo = true,
    };

    [Theory]
    [InlineData("on-call-manager")]
    [InlineData("log-keeper")]
    [InlineData("auditor")]
    [InlineData("observer")]
    [InlineData("records-officer")]
    [InlineData("exercise-controller")]
    public async Task What_operations_does_not_hold_it_only_proposes_and_the_CEO_confirms(string role)
    {
        var (operations, vd, kim) = (await product.As("operator"), await product.As("vd"), await product.Newcomer("kim"));
        var roles = $"/persons/{kim.Person}/roles";

        var proposed = (await operations.Post(roles, new { role })).ShouldBe(HttpStatusCode.Accepted).Json;
        (proposed["state"]!.GetValue<string>(), proposed["role"]!.GetValue<string>()).ShouldBe(("proposed", role));
        (await kim.Get("/access")).Json["roles"]!.AsArray().ShouldBeEmpty();
        (await kim.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);

        var confirmation = proposed["confirmation"]!.GetValue<string>();
        (await operations.Post(confirmation)).ShouldBe(HttpStatusCode.Forbidden);
        (await kim.Post(confirmation)).ShouldBe(HttpStatusCode.Forbidden);
        (await operations.Post(roles, new { role })).ShouldBeRefused(HttpStatusCode.Conflict, "access.proposal-waits");
        (await vd.Post(confirmation)).ShouldBe(HttpStatusCode.NoContent);
        (await kim.Get("/access")).Json["roles"]!.AsArray().Select(r => (string)r!).ShouldBe([role]);
    }

    /// <summary>It opens what they are let in to, and takes from one of ours what is not in it: the man on duty, muted by a gift.</summary>
    [Theory]
    [InlineData("auditor")]
    [InlineData("observer")]
    [InlineData("exercise-controller")]
    [InlineData("on-call-manager")]
    public async Task A_role_that_reaches_only_where_one_is_admitted_is_proposed_too(string role)
    {
        var (operations, kim) = (await product.As("operator"), await product.Newcomer("kim"));
        (await operations.Post($"/persons/{kim.Person}/roles", new { role, reach = "admitted" })).ShouldBe(HttpStatusCode.Accepted);
        (await kim.Get("/access")).Json["roles"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_operator_of_the_first_one_s_making_confirms_nothing()
    {
        var (operations, puppet, kim) = (await product.As("operator"), await product.Newcomer("puppet"), await product.Newcomer("kim"));
        (await operations.Post($"/persons/{puppet.Person}/roles", new { role = "operations" })).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post($"/persons/{kim.Person}/roles", new { role = "on-call-manager" })).ShouldBe(HttpStatusCode.Accepted);
        (await puppet.Post($"/persons/{kim.Person}/roles/on-call-manager/confirmation")).ShouldBe(HttpStatusCode.Forbidden);
        (await puppet.Post("/persons/operator/roles", new { role = "on-call-manager" })).ShouldBe(HttpStatusCode.Accepted);
        (await operations.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await product.As("vd-1")).Delete("/persons/operator/roles/on-call-manager")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await product.As("vd")).Delete("/persons/operator/roles/on-call-manager")).ShouldBe(HttpStatusCode.NoContent);
        (await (await product.As("vd")).Post("/persons/operator/roles/on-call-manager/confirmation")).ShouldBeRefused(
            HttpStatusCode.NotFound,
            "access.no-proposal"
        );
    }

    [Fact]
    public async Task The_CEO_grants_alone_a_deputy_confirms_and_nobody_grants_to_themselves()
    {
        var (operations, vd, deputy) = (await product.As("operator"), await product.As("vd"), await product.As("vd-1"));
        var kim = await product.Newcomer("kim");
        (await vd.Post($"/persons/{kim.Person}/roles", new { role = "on-call-manager" })).ShouldBe(HttpStatusCode.NoContent);
        (await kim.Get("/crises")).ShouldBe(HttpStatusCode.OK);
        (await operations.Post($"/persons/{kim.Person}/roles", new { role = "auditor" })).ShouldBe(HttpStatusCode.Accepted);
        (await deputy.Post($"/persons/{kim.Person}/roles/auditor/confirmation")).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post("/persons/operator/roles", new { role = "on-call-manager" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.not-oneself"
        );
        (await vd.Post("/persons/vd/roles", new { role = "auditor" })).ShouldBeRefused(HttpStatusCode.Conflict, "access.not-oneself");
    }

    [Fact]
    public async Task Operations_lets_nobody_in_again_who_may_more_than_itself()
    {
        var (operations, deputy) = (await product.As("operator"), await product.As("vd-1"));
        var kim = await product.Newcomer("kim", StandingRole.OnCallManager);
        var why = new { why = "Telefonen" };
        (await operations.Post($"/persons/{kim.Person}/access-closure", why)).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post($"/persons/{kim.Person}/access-reopening", why)).ShouldBeRefused(
            HttpStatusCode.Forbidden,
            "access.beyond-own"
        );
        (await kim.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Post($"/persons/{kim.Person}/access-reopening", why)).ShouldBe(HttpStatusCode.NoContent);
        (await kim.Get("/crises")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>In an exercise realm: nobody else's tests stand on who leads there.</summary>
    [Fact]
    public async Task Operations_cannot_shut_out_everybody_who_leads()
    {
        var (operations, deputy) = (await product.As("operator", "ovning"), await product.As("vd-2", "ovning"));
        var why = new { why = "Telefonen" };
        (await operations.Post("/persons/vd/access-closure", why)).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post("/persons/vd-1/access-closure", why)).ShouldBe(HttpStatusCode.NoContent);
        (await operations.Post("/persons/vd-2/access-closure", why)).ShouldBeRefused(HttpStatusCode.Conflict, "access.last-leader");
        foreach (var leader in new[] { "vd", "vd-1" })
        {
            (await operations.Post($"/persons/{leader}/access-reopening", why)).ShouldBeRefused(
                HttpStatusCode.Forbidden,
                "access.beyond-own"
            );
            (await deputy.Post($"/persons/{leader}/access-reopening", why)).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Whoever_writes_the_log_makes_nobody_a_leader_and_gives_themselves_no_function()
    {
        var (writer, chief, kim) = (
            await product.Newcomer("writer", StandingRole.LogKeeper),
            await product.As("chief-of-staff"),
            await product.Newcomer("kim")
        );
        var crisis = await (await product.As("jour")).DeclareCrisis();
        foreach (var (function, person) in new[] { ("crisis-leader", writer), ("crisis-leader", kim), ("communications", writer) })
        {
            var at = $"/crises/{crisis}/functions/{function}";
            (await writer.Post(at + "/staffing", new { personId = person.Person })).ShouldBe(HttpStatusCode.Forbidden);
            (await writer.Post(at + "/summons", new { personId = person.Person })).ShouldBe(HttpStatusCode.Forbidden);
        }

        // Who the plan names is put in place as before, and the chief of staff appoints others, but no leader while one may come.
        (await writer.Post($"/crises/{crisis}/functions/communications/staffing", new { personId = "communications-1" })).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await chief.Post($"/crises/{crisis}/functions/situation/staffing", new { personId = kim.Person })).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await chief.Post($"/crises/{crisis}/functions/crisis-leader/staffing", new { personId = kim.Person })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.leader-may-come"
        );
        (await chief.Post($"/crises/{crisis}/functions/security-liaison/staffing", new { personId = chief.Person })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "klo.appoints-oneself"
        );
    }

    [Fact]
    public async Task Being_made_to_watch_takes_nothing_from_who_is_one_of_ours()
    {
        var holder = await product.As("business-support-1");
        await product.AppendTo(holder, "live", new RoleGranted(new(holder.Person), StandingRole.Observer, RoleReach.Admitted));
        (await holder.Get("/access")).Json["capabilities"]!.AsArray().Select(c => (string)c!).ShouldContain("answer-alert");
        await product.AppendTo(holder, "live", new RoleRevoked(new(holder.Person), StandingRole.Observer));
    }
}
