using System.Collections.Immutable;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>How near an alarm comes to what is ours.</summary>
public enum Nearness
{
    Elsewhere,

    /// <summary>The whole municipality, or a part of it that nobody named.</summary>
    Municipality,

    /// <summary>One of our areas or properties.</summary>
    Ours,
}

/// <summary>Which of our residential areas an alarm names: by its key or name in a geocode, by its name or a property's in the words.</summary>
public static class AlarmPlaces
{
    /// <summary>In our order. Where the alarm is for the whole municipality, or says no place, its words may say which part is meant.</summary>
    public static ImmutableArray<AreaKey> AreasOf(CapInfo info, ReferenceData reference)
    {
        var codes = info.Areas.SelectMany(area => area.Geocodes).Select(code => code.Value.Trim()).ToList();
        var named = Named(reference, codes, info.Areas.Select(area => area.AreaDesc));
        return named.IsEmpty && (info.Areas.Count == 0 || IsMunicipal(info, reference))
            ? Named(reference, [], [info.Headline, info.Description])
            : named;
    }

    public static Nearness Near(CapInfo info, ReferenceData reference) =>
        !AreasOf(info, reference).IsEmpty ? Nearness.Ours
        : IsMunicipal(info, reference) ? Nearness.Municipality
        : Nearness.Elsewhere;

    /// <summary>Whether the word stands in the text by itself: Rågsved is not in Rågsvedsvägen.</summary>
    public static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; )
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            at = text.IndexOf(word, end, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static ImmutableArray<AreaKey> Named(ReferenceData reference, List<string> codes, IEnumerable<string?> texts)
    {
        var folded = texts.OfType<string>().Select(Lookalikes.Fold).ToList();
        return
        [
            .. reference
                .Areas.Where(area => codes.Exists(code => Is(code, area)) || folded.Exists(text => Names(text, area)))
                .Select(area => area.Key),
        ];
    }

    private static bool IsMunicipal(CapInfo info, ReferenceData reference) =>
        reference.Municipality is { } municipality
        && info.Areas.Any(area =>
            area.Geocodes.Any(code => code.Value.Trim() == municipality.Code)
            || (area.AreaDesc is { } words && municipality.Names.Any(name => BeginsWith(Lookalikes.Fold(words), Lookalikes.Fold(name))))
        );

    /// <summary>"Stockholms kommun (Stockholms län)" is the municipality, "Nacka kommun (Stockholms län)" is another.</summary>
    private static bool BeginsWith(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));

    private static bool Is(string code, Area area) =>
        Lookalikes.Fold(code) is var folded && (folded == area.Key.Value || folded == Lookalikes.Fold(area.Name));

    private static bool Names(string folded, Area area) =>
        area.Properties.Prepend(area.Name).Any(name => ContainsWord(folded, Lookalikes.Fold(name)));
}
