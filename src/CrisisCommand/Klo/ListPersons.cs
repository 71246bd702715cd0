using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo;

public static class ListPersonsEndpoint
{
    /// <summary>Who is known, by id; with <c>unreachable=true</c> only those whom no channel reaches.</summary>
    public static void MapListPersons(this IEndpointRouteBuilder api) =>
        api.MapGet("/persons", Get).Read<IReadOnlyList<PersonShown>>("ListPersons", "People", PeopleCapabilities.ReadPersons);

    private static async Task<IResult> Get(HttpContext http, Page page, PersonReading reading, bool? unreachable, CancellationToken token)
    {
        var reader = Reader.Of(http);
        var everybody = await reading.Everybody(reader.Realm, token);
        // A realm has some hundred persons at most, so the page is cut here.
        var persons = page.Cut(
            http,
            everybody
                .Where(p => unreachable is null || p.Channels.Any() != unreachable)
                .Where(p => page.After is null || string.CompareOrdinal(p.Key.Value, page.After) > 0),
            p => p.Key.Value
        );
        return TypedResults.Ok(await reading.Show(reader, persons, token));
    }
}
