using System.Net;
using CrisisCommand.Access;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.IntegrationTests.Access;

/// <summary>One crisis to ask about, with one of everything in it.</summary>
/// <param name="Members">Whether its plan is the one that names the cast, or a small one that names others.</param>
internal sealed record Scene(string Realm, bool Members, bool Over, IReadOnlyDictionary<string, string> Values)
{
    private static readonly PlanName Others = new("others");

    public string Name => $"{(Realm == "live" ? "live" : "exercise")}, {(Members ? "member" : "not")}, {(Over ? "stood down" : "open")}";

    /// <summary>The four crises of a realm: whose plan names the cast or not, open or over.</summary>
    public static async Task<IReadOnlyList<Scene>> In(Product product, string realm, Cast cast)
    {
        await product.Append(new(realm), new Target(StreamKinds.Plan, KloPlan.StreamOf(Others), MayBeNew: true), Small);
        var values = await OutsideCrises(cast["machine"], cast["on-call-manager"]);
        var scenes = new List<Scene>();
        foreach (var (members, over) in new[] { (true, false), (true, true), (false, false), (false, true) })
        {
            var leader = members ? cast["leader"] : await product.As("staff-1", realm);
            var declarer = members ? leader : cast["leader"];
            var crisis = await Declare(declarer, members, Guid.Parse(values["incidentId"]));
            await Fill(product, realm, leader, crisis, cast, members);
            var more = new Dictionary<string, string>(values) { ["crisisId"] = crisis.ToString(), ["realm"] = realm };
            (more["eventId"], more["taskId"]) = await Write(leader, crisis);
            if (over)
            {
                await product.Append(new(realm), new(StreamKinds.Crisis, crisis), new KloStoodDown(CommittedText.Commit("Över")));
            }

            scenes.Add(new(realm, members, over, more));
        }

        return scenes;
    }

    private static PlanAdopted Small =>
        new(
            Others,
            [
                new(FunctionKey.CrisisLeader, CommittedText.Commit("Ledare"), CommittedText.Commit("Leder"), new("staff-1"), []),
                new(new("communications"), CommittedText.Commit("Info"), CommittedText.Commit("Informerar"), new("staff-2"), []),
            ]
        );

    private static async Task<Dictionary<string, string>> OutsideCrises(Caller tib, Caller jour)
    {
        var alarm = new
        {
            source = "tib",
            kind = "fire",
            place = "Ekholmen 3",
            text = "Rök",
        };
        var taken = (await tib.Post("/alarms", alarm)).ShouldBe(HttpStatusCode.Created).Json;
        await Eventually.Is(() => jour.Get($"/incidents/{taken["incidentId"]}/alert"), r => r.Status == HttpStatusCode.OK);
        return new()
        {
            ["incidentId"] = taken["incidentId"]!.GetValue<string>(),
            ["alarmId"] = taken["alarmId"]!.GetValue<string>(),
            ["function"] = "communications",
            ["number"] = "1",
            ["person"] = "staff-8",
            ["machine"] = "tib",
            ["sender"] = "tib",
            ["digest"] = new string('a', 64),
            ["personId"] = "communications-1",
            ["role"] = "log-keeper",
            ["key"] = "a",
            ["name"] = "normal",
            ["layer"] = "on-call-manager",
            ["swapId"] = Guid.Empty.ToString(),
            ["noticeId"] = Guid.Empty.ToString(),
            ["card"] = "brand",
            ["step"] = "prioritera-liv",
        };
    }

    private static async Task<Guid> Declare(Caller declarer, bool members, Guid incident)
    {
        var declare = new
        {
            kind = "fire",
            title = "Brand",
            reason = "Fara för liv",
            evenSo = true,
            plan = members ? "normal" : Others.Value,
            incidentIds = new[] { incident },
        };
        return (await declarer.Post("/crises", declare)).ShouldBe(HttpStatusCode.Created).Json["crisisId"]!.GetValue<Guid>();
    }

    private static async Task Fill(Product product, string realm, Caller leader, Guid crisis, Cast cast, bool members)
    {
        var stream = new Target(StreamKinds.Crisis, crisis);
        await product.Append(new(realm), stream, new FunctionStaffed(FunctionKey.CrisisLeader, new(leader.Person), Mandate.Holder));
        if (members)
        {
            var delegated = new DecisionsDelegated(new("people-support"), CommittedText.Commit("Mottagningsplats"), null);
            await product.Append(new(realm), stream, delegated, new ReaderAdmitted(new(cast["admitted-auditor"].Person), WithTexts: true));
        }
    }

    private static async Task<(string Entry, string Task)> Write(Caller leader, Guid crisis)
    {
        var decision = new
        {
            decision = "Utrym",
            motive = "Fara",
            executor = "communications",
        };
        (await leader.Post($"/crises/{crisis}/decisions", decision)).ShouldBe(HttpStatusCode.Created);
        var entry = await leader.Post($"/crises/{crisis}/entries", new { text = "TiB ringde" });
        var task = await leader.Post($"/crises/{crisis}/tasks", new { text = "Ring", function = "communications" });
        return (
            entry.ShouldBe(HttpStatusCode.Created).Json["eventId"]!.GetValue<string>(),
            task.ShouldBe(HttpStatusCode.Created).Json["taskId"]!.GetValue<string>()
        );
    }
}
