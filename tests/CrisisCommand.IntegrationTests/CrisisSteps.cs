using System.Net;
using System.Text.Json.Nodes;
using CrisisCommand.Access;
using CrisisCommand.DevelopmentIdentity;
using CrisisCommand.Klo;
using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisCommand.IntegrationTests;

/// <summary>What tests of many features do first: declare a crisis, man it, end it.</summary>
internal static class CrisisSteps
{
    public static async Task<Guid> DeclareCrisis(this Caller caller)
    {
        var crisis = new
        {
            kind = "fire",
            title = "Brand i Rågsved",
            reason = "Fara för liv",
            evenSo = true,
        };
        return (await caller.Post("/crises", crisis)).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
    }

    public static async Task Staff(this Caller caller, Guid crisis, string function, string person) =>
        (await caller.Post($"/crises/{crisis}/functions/{function}/staffing", new { personId = person })).ShouldBe(
            HttpStatusCode.NoContent
        );

    /// <summary>Somebody of their own, known to the realm, with a role or with none.</summary>
    public static async Task<Caller> Newcomer(this Product product, string name, StandingRole? role = null, string realm = "live")
    {
        var person = new PersonId($"{name}-{Fresh.Id():N}");
        IDomainEvent[] known = [new PersonRegistered(person, CommittedText.Commit("Kim Ny"), null, null, null)];
        await product.Append(
            new(realm),
            new Target(StreamKinds.Person, CrisisCommand.People.Person.StreamOf(person), MayBeNew: true),
            [.. known, .. role is { } given ? [new RoleGranted(person, given, RoleReach.Realm)] : Array.Empty<IDomainEvent>()]
        );
        return product.Known(person, realm);
    }

    /// <summary>A machine of its own.</summary>
    public static async Task<Caller> NewMachine(this Product product, string name, string realm = "live")
    {
        var machine = new PersonId($"{name}-{Fresh.Id():N}");
        await product.Append(
            new(realm),
            new Target(StreamKinds.Person, CrisisCommand.People.Person.StreamOf(machine), MayBeNew: true),
            new MachineRegistered(machine, CommittedText.Commit("Stadens larm"), null)
        );
        return product.Known(machine, realm);
    }

    private static Caller Known(this Product product, PersonId subject, string realm) =>
        new(product.Http, subject.Value, realm, product.Services.GetRequiredService<TokenIssuer>().TokenFor(subject.Value), patient: true);

    public static Task AppendTo(this Product product, Caller person, string realm, params IDomainEvent[] events) =>
        product.Append(new(realm), new(StreamKinds.Person, CrisisCommand.People.Person.StreamOf(new(person.Person))), events);

    /// <summary>Facts that no rule decided, where how they came about is not the test's affair.</summary>
    public static async Task Append(this Product product, Realm realm, Target target, params IDomainEvent[] events)
    {
        var clock = product.Services.GetRequiredService<TimeProvider>();
        var handled = await product
            .Services.GetRequiredService<CommandHandler>()
            .Carry(CommandContext.Internal(realm, clock, "test", "test"), target, (_, _) => Outcome.Happened(events), [], null, default);
        handled.ShouldBeOfType<Handled.Answered>();
    }

    /// <summary>Ends the crisis as the rule would, without going through its endpoint.</summary>
    public static Task StandDown(this Product product, Guid crisis) =>
        product.Append(Realm.Live, new(StreamKinds.Crisis, crisis), new KloStoodDown(CommittedText.Commit("Faran är över")));

    /// <summary>The events of a crisis with their data, as stored.</summary>
    public static async Task<JsonArray> StoredEvents(this Product product, Guid crisis) =>
        JsonNode
            .Parse(
                await product.Scalar<string>(
                    "select coalesce(json_agg(json_build_object('type', type, 'id', id, 'data', data) order by version), '[]')::text "
                        + $"from crisis.mt_events where stream_id = '{crisis}'"
                ) ?? "[]"
            )!
            .AsArray();

    public static void ShouldBeRefused(this Reply reply, HttpStatusCode status, string code, string? pointer = null)
    {
        reply.ShouldBe(status);
        reply.Problem.ShouldBe(code);
        reply.ContentType.ShouldStartWith("application/problem+json");
        reply.Json["detail"]!.GetValue<string>().ShouldNotContain(code);
        if (pointer is not null)
        {
            reply.Json["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
        }
    }
}
