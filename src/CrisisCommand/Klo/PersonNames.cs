using CrisisCommand.Platform;

namespace CrisisCommand.Klo;

/// <summary>The names beside the ids of an answer: each once, in one table, so that functions keep the shape in which they are sent.</summary>
public static class PersonNames
{
    public static IReadOnlyDictionary<PersonId, string> Of(IEnumerable<PersonId> mentioned, IReadOnlyDictionary<PersonId, string> names) =>
        mentioned.Distinct().OrderBy(p => p.Value, StringComparer.Ordinal).Where(names.ContainsKey).ToDictionary(p => p, p => names[p]);
}
