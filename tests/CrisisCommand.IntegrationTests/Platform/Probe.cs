using System.Net;
using CrisisCommand.Access;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>One person of its own with one crisis of its own, so that whatever a bad request wrote would be seen, whoever else is at work.</summary>
internal sealed class Probe
{
    private readonly Product _product;

    private Probe(Product product, Caller caller, Guid crisis) => (_product, Caller, Crisis) = (product, caller, crisis);

    public Caller Caller { get; }

    public Guid Crisis { get; }

    public string Decisions => $"/crises/{Crisis}/decisions";

    public static async Task<Probe> Begin(Product product)
    {
        var caller = await product.Newcomer("probe", StandingRole.OnCallManager);
        return new(product, caller, await caller.DeclareCrisis());
    }

    /// <summary>Refused as a problem that says in words what is wrong, shows nothing of our insides, and leaves no trace in the store.</summary>
    public async Task<Reply> ShouldBeRefused(HttpStatusCode status, string code, Func<Caller, Task<Reply>> request)
    {
        var before = await Written();
        var reply = await request(Caller);

        reply.Status.ShouldBe(status, reply.Text);
        reply.Problem.ShouldBe(code);
        ShouldBeWorded(reply);
        (await Written()).ShouldBe(before);
        return reply;
    }

    public static void ShouldBeWorded(Reply reply)
    {
        var problem = reply.Json.AsObject();
        reply.ContentType.ShouldStartWith("application/problem+json");
        ((string)problem["type"]!).ShouldStartWith("urn:crisis-command:");
        ((int)problem["status"]!).ShouldBe((int)reply.Status);
        ((string)problem["title"]!).ShouldNotBeNullOrEmpty();
        foreach (var detail in (problem["errors"]?.AsArray() ?? []).Append(problem).Select(p => (string)p!["detail"]!))
        {
            detail.Split(' ').Length.ShouldBeGreaterThan(2, detail);
            detail.ShouldEndWith(".");
            detail.ShouldNotContain("{0}");
        }

        reply.Text.ShouldNotContain("   at ");
        reply.Text.ShouldNotContain("Exception");
        reply.Text.ShouldNotContain("System.");
    }

    /// <summary>Events of this person or on this crisis, and receipts of this person.</summary>
    private async Task<(long Events, long Receipts)> Written() =>
        (
            await _product.Scalar<long>(
                $"select count(*) from crisis.mt_events where stream_id = '{Crisis}' or user_name = '{Caller.Person}'"
            ),
            await _product.Scalar<long>($"select count(*) from crisis.mt_doc_receipt where id like '{Caller.Person}:%'")
        );
}
