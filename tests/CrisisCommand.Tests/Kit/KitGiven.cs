using CrisisCommand.Duty;
using CrisisCommand.Kit;
using CrisisCommand.Klo;
using CrisisCommand.Manual;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Tests.Manual;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Kit;

/// <summary>A plan of two functions with persons who are reached in different ways, and a roster.</summary>
internal static class KitGiven
{
    public static readonly Person Leader = Registered("vd", "Alva Berg", "+46701740605");
    public static readonly Person Deputy = Registered("vd-1", "Nils Ask", null);
    public static readonly Person Analyst = Registered("situation", "Omar Haddad", "+46701740606", "+46701740607", "+4915123456789")
        .Reached(
            new ReachableBy(Channel.Voice, Text("+4684650010")),
            new ReachableBy(Channel.Email, Text("omar@bostad.example")),
            new ReachableBy(Channel.Sms)
        );

    public static readonly IReadOnlyList<Person> Persons = [Leader, Deputy, Analyst];

    public static readonly KloPlan Plan = State<KloPlan>(
        new PlanAdopted(
            PlanName.Normal,
            [
                new(FunctionKey.CrisisLeader, Text("Krisledare (VD)"), Text("Leder"), new("vd"), [new("vd-1")]),
                new(Situation, Text("Lägesbild <och> analys"), Text("Samlar"), new("situation"), [new("situation-1")]),
            ]
        )
    );

    public static readonly DutyRoster Roster = State<DutyRoster>(
        new RosterAdopted(
            RosterLayer.OnCallManager,
            Id(5),
            default,
            Noon,
            Noon.AddDays(2),
            [new(new("vd-1"), Noon, Noon.AddHours(8), 1), new(new("situation"), Noon.AddHours(8), Noon.AddHours(16), 1)]
        )
    );

    public static CallList Calls(bool english = false) => new(Persons, Speaks(english));

    public static Words Speaks(bool english = false) => new(english ? Words.English : Words.Swedish);

    public static EmergencyKit Kit(string realm = "live", int sheets = 4, bool english = false) =>
        new(
            "261123-130000",
            Noon,
            realm,
            realm == "live" ? null : "ÖVNING",
            Plan.Name,
            Plan.Version,
            Plan.AdoptedAt,
            "Hornsgatan",
            [.. Plan.Functions.Select(Calls(english).Of)],
            [Calls(english).Of(Roster, Noon)],
            ["Hässelby", "Skärholmen"],
            sheets,
            ManualPrint.Whole(new(realm), ManualGiven.Edition, Areas, Speaks(english), Noon)
        );

    public static IQueryCollection Query(string query) => new QueryCollection(QueryHelpers.ParseQuery(query));

    public static async Task<string> Render<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var given = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(given)).ToHtmlString());
    }

    private static Person Registered(string id, string name, string? phone, params string[] others) =>
        Person.Initial.After(
            Of(
                new PersonRegistered(
                    new(id),
                    Text(name),
                    null,
                    phone is null ? null : Text(phone),
                    Text($"{id}@bostad.example"),
                    [.. others.Select(Text)]
                )
            )[0]
        );

    private static Person Reached(this Person person, params ReachableBy[] channels) =>
        person.After(Of(new ReachabilityGiven(person.Key, [.. channels]))[0]);
}
