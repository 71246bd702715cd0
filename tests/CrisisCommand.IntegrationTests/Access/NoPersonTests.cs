using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>A machine is no person, and no person is a machine: by registration, by role, by key and by every place that a person can have.</summary>
public class NoPersonTests(Product product)
{
    private const string Alarm = """{"source": "tib", "kind": "fire", "place": "Ekholmen 3", "text": "Rök"}""";
    private static readonly object Declare = new
    {
        kind = "fire",
        title = "Brand",
        reason = "Fara",
        evenSo = true,
    };

    [Fact]
    public async Task An_id_is_a_person_s_or_a_machine_s_and_never_both()
    {
        var operations = await product.As("operator");
        var (person, machine) = (await product.Newcomer("kim"), await product.NewMachine("city"));
        var name = new { name = "Kim" };

        (await operations.Put($"/persons/{machine.Person}", name)).ShouldBeRefused(HttpStatusCode.Conflict, "people.is-machine");
        (await operations.Put($"/machines/{person.Person}", name)).ShouldBeRefused(HttpStatusCode.Conflict, "access.is-person");
        (await operations.Put("/machines/vd", name)).ShouldBeRefused(HttpStatusCode.Conflict, "access.is-person");
        (await operations.Put("/persons/tib", name)).ShouldBeRefused(HttpStatusCode.Conflict, "people.is-machine");
        var reached = new { channels = new[] { new { channel = "email", address = "kim@bostad.example" } } };
        (await operations.Put($"/persons/{machine.Person}/reachability", reached)).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "people.is-machine"
        );
        (await operations.Get($"/persons/{machine.Person}")).ShouldBe(HttpStatusCode.NotFound);
        (await operations.Get("/persons?limit=200")).Json.AsArray().ShouldNotContain(p => (string)p!["id"]! == "tib");
        (await operations.Get($"/machines/{person.Person}/keys")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_a_person_and_a_machine_registered_at_once_under_one_id_one_is()
    {
        var operations = await product.As("operator");
        foreach (var round in Enumerable.Range(0, 8))
        {
            var id = $"race-{round}-{Fresh.Id():N}";
            var both = await Task.WhenAll(
                operations.Put($"/persons/{id}", new { name = "Kim" }),
                operations.Put($"/machines/{id}", new { name = "Larm" })
            );

            both.Count(r => r.Status == HttpStatusCode.NoContent).ShouldBe(1, string.Join(", ", both.Select(r => r.Text)));
            both.Single(r => r.Status != HttpStatusCode.NoContent).Problem.ShouldBeOneOf("people.is-machine", "access.is-person");
        }
    }

    /// <summary>The attack that was found: operations gave the CEO the role of a machine, and a key, and decided as the CEO.</summary>
    [Fact]
    public async Task No_trick_makes_a_person_s_key()
    {
        var (operations, person) = (await product.As("operator"), await product.Newcomer("kim", StandingRole.OnCallManager));
        (await operations.Post($"/persons/{person.Person}/roles", new { role = "alarm-sender" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.not-for-persons"
        );
        var key = $"{person.Person}.0123456789abcdef";
        (await operations.Post($"/machines/{person.Person}/keys", MachineSteps.KeyOf("a", key))).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.no-machine"
        );
        (await operations.Post($"/persons/{person.Person}/keys", MachineSteps.KeyOf("a", key))).ShouldBe(HttpStatusCode.NotFound);

        // As it stands in a database from before: what was granted and issued then gives nothing now.
        var digest = Sha256.Of(System.Text.Encoding.UTF8.GetBytes(key));
        await product.AppendTo(
            person,
            "live",
            new RoleGranted(new(person.Person), StandingRole.AlarmSender, RoleReach.Realm),
            new MachineKeyIssued(new(person.Person), new("a"), MachineKeyKind.ApiKey, digest)
        );
        var byKey = new Caller(product.Http, person.Person, "live", "", (request, _) => MachineSteps.Show(request, key));
        (await byKey.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Unauthorized);
        (await byKey.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Unauthorized);
        (await operations.Put($"/machines/{person.Person}", new { name = "Kim" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.is-person"
        );
    }

    [Fact]
    public async Task A_machine_s_key_and_signature_are_its_own_whatever_they_claim()
    {
        var machine = await product.NewMachine("city");
        var key = await product.NewApiKey(machine.Person, "a");
        var claimed = "vd." + key.Split('.')[1];
        var asVd = new Caller(product.Http, "vd", "live", "", (request, _) => MachineSteps.Show(request, claimed));
        (await asVd.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Unauthorized);
        var signing = new Caller(
            product.Http,
            "vd",
            "live",
            "",
            (request, body) => MachineSteps.Sign(request, body, "vd", "whsec_" + Convert.ToBase64String(new byte[32]))
        );
        (await signing.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Unauthorized);

        // A machine that signs or keys itself in is the machine, with ?sender=vd or without.
        var byKey = new Caller(product.Http, machine.Person, "live", "", (request, _) => MachineSteps.Show(request, key));
        (await byKey.Post("/crises?sender=vd", Declare)).ShouldBeRefused(HttpStatusCode.Forbidden, "access.not-permitted");
        (await byKey.Get("/access?sender=vd")).Json["person"]!.GetValue<string>().ShouldBe(machine.Person);
    }

    [Fact]
    public async Task A_machine_has_no_place_among_persons()
    {
        var (vd, operations, machine) = (await product.As("vd"), await product.As("operator"), await product.NewMachine("city"));
        var crisis = await vd.DeclareCrisis();
        var at = $"/crises/{crisis}/functions/communications";
        var it = new { personId = machine.Person };

        (await vd.Post(at + "/staffing", it)).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Post(at + "/summons", it)).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Post(at + "/relief", new { personId = machine.Person, at = "2199-01-01T00:00:00Z" })).ShouldBe(HttpStatusCode.BadRequest);
        await vd.Staff(crisis, "crisis-leader", "vd");
        await vd.Staff(crisis, "communications", "communications");
        (await vd.Post(at + "/handover", new { to = machine.Person, briefing = "Läget" })).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Post($"/crises/{crisis}/readers", new { personId = machine.Person, withTexts = true })).ShouldBe(
            HttpStatusCode.BadRequest
        );
        var decision = new
        {
            decision = "Utrym",
            motive = "Fara",
            executor = machine.Person,
        };
        (await vd.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.BadRequest);
        (await operations.Post($"/persons/{machine.Person}/roles", new { role = "observer" })).ShouldBeRefused(
            HttpStatusCode.Conflict,
            "access.no-person"
        );
        var plan = new
        {
            functions = new[]
            {
                new
                {
                    key = "crisis-leader",
                    name = "Ledare",
                    mandate = "Leder",
                    holder = machine.Person,
                    deputies = Array.Empty<string>(),
                },
            },
        };
        (await vd.Put("/klo/plans/machines", plan)).ShouldBe(HttpStatusCode.BadRequest);
        (await vd.Get("/klo/plans/machines")).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Even where some old event has put it there: a machine has its machine's rights and nothing else.</summary>
    [Fact]
    public async Task A_machine_that_stands_in_a_plan_or_a_crisis_has_nothing_of_it()
    {
        var (vd, machine) = (await product.As("vd"), await product.NewMachine("city"));
        var crisis = await vd.DeclareCrisis();
        await product.Append(
            Realm.Live,
            new(StreamKinds.Crisis, crisis),
            new FunctionStaffed(new("communications"), new(machine.Person), Mandate.Appointed),
            new ReaderAdmitted(new(machine.Person), WithTexts: true)
        );
        await product.AppendTo(machine, "live", new RoleGranted(new(machine.Person), StandingRole.OnCallManager, RoleReach.Realm));

        (await machine.Get($"/crises/{crisis}")).ShouldBe(HttpStatusCode.NotFound);
        (await machine.Post($"/crises/{crisis}/entries", new { text = "Hej" })).ShouldBe(HttpStatusCode.NotFound);
        (await machine.Post("/crises", Declare)).ShouldBe(HttpStatusCode.Forbidden);
        (await machine.Post("/alarms", Alarm)).ShouldBe(HttpStatusCode.Created);
    }
}
