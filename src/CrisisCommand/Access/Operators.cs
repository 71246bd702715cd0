using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Who runs the system, to be told of what it cannot do by itself.</summary>
public sealed class Operators(PersonDirectory directory, Journals journals)
{
    public async Task<IReadOnlyList<PersonId>> Of(Realm realm, CancellationToken token)
    {
        var operators = new List<PersonId>();
        foreach (var person in (await directory.Names(realm, token)).Keys.OrderBy(p => p.Value, StringComparer.Ordinal))
        {
            var stream = await journals.Known(realm, StreamKinds.Person, Person.StreamOf(person), refresh: true, token);
            if (stream.State<Standing>() is { IsClosed: false } standing && standing.Roles.ContainsKey(StandingRole.Operations))
            {
                operators.Add(person);
            }
        }

        return operators;
    }
}
