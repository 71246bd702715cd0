using CrisisCommand.DevelopmentIdentity;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.DevelopmentIdentity;

public class OrganisationTests
{
    private static readonly IReadOnlyList<Person> People = Organisation.People();

    [Fact]
    public void The_same_people_at_every_start()
    {
        People
            .Take(5)
            .Select(person => $"{person.Id}: {person.Name}, {person.Email}, {person.Phone}")
            .ShouldBe([
                "vd: Berit Larsson, berit.larsson@bostad.example, +46701740605",
                "vd-1: Nathalie Lundin, nathalie.lundin@bostad.example, +46701740606",
                "vd-2: Isabelle Hedlund, isabelle.hedlund@bostad.example, +46701740607",
                "chief-of-staff: Kenneth Öberg, kenneth.oberg@bostad.example, +46701740608",
                "chief-of-staff-1: Albin Ali, albin.ali@bostad.example, +46701740609",
            ]);
        Organisation.People().ShouldBe(People);
    }

    [Fact]
    public void The_ids_that_the_contract_fixes()
    {
        string[] functions =
        [
            "vd",
            "chief-of-staff",
            "situation",
            "documentation",
            "communications",
            "property-operations",
            "security-liaison",
            "people-support",
            "business-support",
        ];
        string[] others = ["jour", "observer", "auditor", "exercise-controller", "records-officer", "operator", "tib"];
        var staff = Enumerable.Range(1, 10).Select(n => $"staff-{n}");
        People
            .Select(person => person.Id)
            .ShouldBe(functions.SelectMany(id => new[] { id, $"{id}-1", $"{id}-2" }).Concat(others).Concat(staff), ignoreOrder: true);
    }

    [Fact]
    public void Every_function_has_a_holder_and_two_deputies_in_order()
    {
        var byFunction = People.Where(person => person.Function != null).GroupBy(person => person.Function!).ToList();
        byFunction.Count.ShouldBe(9);
        byFunction.ShouldAllBe(function => function.Select(person => person.Rank).SequenceEqual(new int?[] { 0, 1, 2 }));
        byFunction.Single(function => function.Key == "crisis-leader").Select(person => person.Id).ShouldBe(["vd", "vd-1", "vd-2"]);
    }

    [Fact]
    public void No_two_share_a_name_an_address_or_a_number()
    {
        People.Select(person => person.Id).ShouldBeUnique();
        People.Select(person => person.Name).ShouldBeUnique();
        People.Select(person => person.Email).ShouldBeUnique();
        People.Where(person => person.Id != "tib").Select(person => person.Phone).ShouldBeUnique();
    }

    [Fact]
    public void Numbers_and_addresses_are_nobodys()
    {
        People.Where(person => person.Id != "tib").ShouldAllBe(person => IsFictitious(person.Phone));
        People.ShouldAllBe(person => person.Email.EndsWith(".example", StringComparison.Ordinal));
        People.ShouldAllBe(person => person.Email.All(char.IsAscii));
    }

    /// <summary>070-1740605 to 070-1740699: the mobile numbers that PTS keeps for films and books.</summary>
    private static bool IsFictitious(string phone) =>
        phone.StartsWith("+467017406", StringComparison.Ordinal)
        && int.Parse(phone["+4670174".Length..], System.Globalization.CultureInfo.InvariantCulture) is >= 605 and <= 699;
}
