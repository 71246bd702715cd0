using CrisisCommand.Platform;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>Which of our residential areas an alarm names: by its key or name in a geocode, by its name or a property's in the words.</summary>
public static class AlarmPlaces
{
    public static AreaKey? AreaOf(CapInfo? info, ReferenceData reference)
    {
        var areas = info?.Areas ?? [];
        var codes = areas.SelectMany(area => area.Geocodes).Select(code => code.Value.Trim()).ToList();
        var texts = areas.Select(area => area.AreaDesc).OfType<string>().ToList();
        return reference
            .Areas.Where(area => codes.Exists(code => Is(code, area)) || texts.Exists(text => Names(text, area)))
            .Select(area => (AreaKey?)area.Key)
            .FirstOrDefault();
    }

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

    private static bool Is(string code, Area area) =>
        code.Equals(area.Key.Value, StringComparison.OrdinalIgnoreCase) || code.Equals(area.Name, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string text, Area area) => area.Properties.Prepend(area.Name).Any(name => ContainsWord(text, name));
}
