using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>The names beside the ids of an answer: each once, in one table, so that functions keep the shape in which they are sent.</summary>
public static class PersonNames
{
    public static IReadOnlyDictionary<PersonId, string> Of(IEnumerable<PersonId> mentioned, Words words) =>
        mentioned
            .Distinct()
            .OrderBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => (Id: p, Name: words.NameOf(p)))
            .Where(p => p.Name is not null)
            .ToDictionary(p => p.Id, p => p.Name!);
}
