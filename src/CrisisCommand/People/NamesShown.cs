using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.People;

/// <summary>
/// What the persons of a realm are called where they are shown. Two may truly have one name, and one may have taken another's look: whoever's
/// name looks like another's, or like an id, is shown with their id.
/// </summary>
internal sealed class NamesShown
{
    private readonly ImmutableDictionary<PersonId, string> _given;

    public NamesShown(ImmutableDictionary<PersonId, string> given)
    {
        _given = given;
        var shared = given
            .SelectMany(p => Looks(p.Value).Select(l => (Looks: l, Person: p.Key)))
            .Concat(given.Keys.Select(p => (Looks: Lookalikes.Fold(p.Value), Person: p)))
            .Concat(ReservedKeys.OfPersons.Select(r => (Looks: r, Person: PersonId.System)))
            .GroupBy(l => l.Looks, l => l.Person, StringComparer.Ordinal)
            .Where(g => g.Distinct().Count() > 1)
            .SelectMany(g => g)
            .ToHashSet();
        Shown = given.ToImmutableDictionary(p => p.Key, p => shared.Contains(p.Key) ? $"{p.Value} ({p.Key})" : p.Value);
    }

    /// <summary>As it stands; and, where it ends as if an id had been put behind it, what stands before that, and the id.</summary>
    private static IEnumerable<string> Looks(string name)
    {
        var folded = Lookalikes.Fold(name);
        yield return folded;
        if (folded.EndsWith(')') && folded.LastIndexOf('(') is var open and >= 0)
        {
            yield return folded[..open].TrimEnd();
            yield return folded[(open + 1)..^1].Trim();
        }
    }

    public IReadOnlyDictionary<PersonId, string> Shown { get; }

    public NamesShown With(PersonId person, string name) => new(_given.SetItem(person, name));
}
