using CrisisCommand.People;
using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

public static class GetPersonEndpoint
{
    /// <summary>One person, as last registered.</summary>
    public static void MapGetPerson(this IEndpointRouteBuilder api) =>
        api.MapGet("/persons/{person}", Get).Read<PersonShown>("GetPerson", "People", Capability.ReadPersons);

    private static async Task<IResult> Get(
        HttpContext http,
        PersonId person,
        Journals journals,
        PersonReading reading,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var stream = await journals.Load(reader.Realm, StreamKinds.Person, Person.StreamOf(person), token).ConfigureAwait(false);
        if (stream is null)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var shown = await reading.Show(reader, [stream.State<Person>()], token).ConfigureAwait(false);
        return Answers.Versioned(http, shown[0], stream.Version);
    }
}
