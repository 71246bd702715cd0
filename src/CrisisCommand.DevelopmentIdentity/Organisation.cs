using System.Globalization;
using Bogus;
using Bogus.DataSets;

namespace CrisisCommand.DevelopmentIdentity;

/// <summary>The people of the seeded organisation: fixed ids (contract.md), invented persons, the same at every start.</summary>
/// <remarks>New people go last: everybody's name follows from the order.</remarks>
public static class Organisation
{
    private const int Seed = 112;
    private const int OrdinaryStaff = 10;
    private const string Machine = "tib";

    private static readonly (string Key, string Title)[] Functions =
    [
        ("chief-of-staff", "Stabschef"),
        ("situation", "Analytiker"),
        ("documentation", "Registrator"),
        ("communications", "Kommunikatör"),
        ("property-operations", "Driftchef"),
        ("security-liaison", "Säkerhetssamordnare"),
        ("people-support", "HR-partner"),
        ("business-support", "Controller"),
    ];

    private static readonly (string Id, string Title, string Role)[] Others =
    [
        ("jour", "Chef i beredskap, Boende & Lokaler", "OnCallManager"),
        ("observer", "Observatör", "Observer"),
        ("auditor", "Lekmannarevisor", "Auditor"),
        ("exercise-controller", "Övningsledare", "ExerciseController"),
        ("records-officer", "Arkivarie", "RecordsOfficer"),
        ("operator", "Systemoperatör", "Operations"),
    ];

    public static IReadOnlyList<Person> People()
    {
        var names = new Name("sv") { Random = new Randomizer(Seed) };
        var people = new List<Person>();
        foreach (var (id, title, function, rank, role) in Posts())
        {
            people.Add(Invent(names, people, new Person(id, "", "", "", title, function, rank, role)));
        }

        people.Add(new Person(Machine, "Stockholms stad, TiB", "", "tib@stad.example", "Maskin", null, null, Machine: true));
        return people;
    }

    /// <summary>The people as the host's seeder reads them: <c>Seed:People:0:Id</c>, <c>…:Name</c>, <c>…:Phone</c> and so on.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> AsConfiguration(IReadOnlyList<Person> people) =>
        people.SelectMany((person, n) => Fields(person).Select(field => KeyValuePair.Create($"Seed:People:{n}:{field.Name}", field.Value)));

    private static IEnumerable<(string Id, string Title, string? Function, int? Rank, string? Role)> Posts()
    {
        for (var rank = 0; rank <= 2; rank++)
        {
            yield return (Deputy("vd", rank), rank == 0 ? "VD" : "Vice VD", "crisis-leader", rank, null);
        }

        foreach (var (key, title) in Functions)
        {
            for (var rank = 0; rank <= 2; rank++)
            {
                yield return (Deputy(key, rank), title, key, rank, null);
            }
        }

        foreach (var (id, title, role) in Others)
        {
            yield return (id, title, null, null, role);
        }

        for (var n = 1; n <= OrdinaryStaff; n++)
        {
            yield return ($"staff-{n}", "Bovärd", null, null, null);
        }
    }

    private static string Deputy(string id, int rank) => rank == 0 ? id : $"{id}-{rank}";

    /// <summary>Nobody's number and nobody's address: a series kept for fiction by the telecom authority (PTS), and the reserved top domain.</summary>
    private static Person Invent(Name names, List<Person> before, Person post)
    {
        string name;
        do
        {
            // The Swedish names know women's and men's alone.
            name = $"{names.FirstName(names.Random.Bool() ? Name.Gender.Female : Name.Gender.Male)} {names.LastName()}";
        } while (before.Exists(person => person.Name == name));

        return post with
        {
            Name = name,
            Phone = string.Create(CultureInfo.InvariantCulture, $"+46701740{605 + before.Count}"),
            Email = $"{Ascii(name)}@bostad.example",
        };
    }

    private static string Ascii(string name) =>
        string.Concat(
            name.ToLowerInvariant()
                .Normalize(System.Text.NormalizationForm.FormD)
                .Where(c => char.IsAsciiLetter(c) || c is ' ' or '-')
                .Select(c => c == ' ' ? '.' : c)
        );

    private static IEnumerable<(string Name, string? Value)> Fields(Person person)
    {
        yield return ("Id", person.Id);
        yield return ("Name", person.Name);
        yield return ("Phone", person.Phone);
        yield return ("Email", person.Email);
        yield return ("Title", person.Title);
        if (person.Role is { } role)
        {
            yield return ("Role", role);
        }

        if (person.Machine)
        {
            yield return ("Machine", "true");
        }

        if (person is { Function: { } function, Rank: { } rank })
        {
            yield return ("Function", function);
            yield return ("Rank", rank.ToString(CultureInfo.InvariantCulture));
        }
    }
}
