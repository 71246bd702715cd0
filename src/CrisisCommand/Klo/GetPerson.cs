using CrisisCommand.People;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Klo;

public static class GetPersonEndpoint
{
    /// <summary>One person, as last registered.</summary>
    public static void MapGetPerson(this IEndpointRouteBuilder api) =>
        api.MapGet("/persons/{person}", Get).Read<PersonShown>("GetPerson", "People", PeopleCapabilities.ReadPersons);

    private static async Task<IResult> Get(
        HttpContext http,
        PersonId person,
        Journals journals,
        PersonReading reading,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var stream = await journals.Load(reader.Realm, StreamKinds.Person, Person.StreamOf(person), token);
        if (stream?.State<Person>() is not { IsMachine: false } known)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await reading.Show(reader, [known], token);
        return Answers.Versioned(http, shown[0], stream!.Version);
    }
}
