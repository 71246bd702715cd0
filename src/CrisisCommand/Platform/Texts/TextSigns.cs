using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrisisCommand.Platform.Texts;

/// <summary>
/// Signs that make a text read otherwise than it is: controls that a terminal obeys, overrides of the writing direction, words hidden in
/// tags, and texts in which nothing is seen. What our own people write is refused for them; what comes from others is kept as it is and
/// shown with them spelled out.
/// </summary>
public static class TextSigns
{
    public const string Empty = "platform.text-empty";
    public const string Unstorable = "platform.text-unstorable";
    public const string Control = "platform.text-control";
    public const string Hidden = "platform.text-hidden";

    private const char TagHigh = '\uDB40';
    private const int FirstTag = 0xE0000;
    private const int LastTag = 0xE007F;
    private const int BlackFlag = 0x1F3F4;

    /// <summary>Where a closer look is due; nearly no text has one of them.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Except("\t\n\r"),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        .. Enumerable.Range(0x202A, 5).Select(c => (char)c),
        .. Enumerable.Range(0x2066, 4).Select(c => (char)c),
        .. Enumerable.Range(0xFFF9, 3).Select(c => (char)c),
        '\uFFFE',
        '\uFFFF',
        TagHigh,
    ]);

    /// <summary>Letters and marks by category that show nothing: Hangul fillers, the empty Braille pattern, a joiner of graphemes.</summary>
    private static readonly SearchValues<char> Blank = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0");

    /// <summary>The code of what is wrong with the words; null where they read as they are.</summary>
    public static string? FaultOf(string words) =>
        words.Contains('\0', StringComparison.Ordinal) ? Unstorable
        : !IsSeen(words) ? Empty
        : !words.AsSpan().ContainsAny(Suspects) ? null
        : Judge(words).FirstOrDefault(j => j.Fault is not null).Fault;

    /// <summary>The words with every such sign spelled out, <c>[U+202E]</c>; the very same words where there is none.</summary>
    public static string Shown(string words)
    {
        var seen = IsSeen(words);
        if (words.Length == 0 || (seen && !words.AsSpan().ContainsAny(Suspects)))
        {
            return words;
        }

        var shown = new StringBuilder(words.Length + 16);
        foreach (var (rune, fault) in Judge(words))
        {
            _ =
                fault is not null || !seen
                    ? shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]")
                    : shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>Whether the rune shows anything by itself: what does not is left out where names are compared.</summary>
    public static bool IsSeen(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && !(rune.IsBmp && Blank.Contains((char)rune.Value))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF));

    private static bool IsSeen(string words)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsSeen(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(Rune Rune, string? Fault)> Judge(string words)
    {
        var inFlag = false;
        foreach (var rune in words.EnumerateRunes())
        {
            var isTag = rune.Value is >= FirstTag and <= LastTag;
            // The flags of England, Scotland and Wales are a black flag and its letters in tags.
            inFlag = rune.Value == BlackFlag || (inFlag && isTag);
            yield return (rune, isTag && !inFlag ? Hidden : FaultOf(rune));
        }
    }

    private static string? FaultOf(Rune rune) =>
        rune.Value switch
        {
            '\t' or '\n' or '\r' => null,
            < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => Control,
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFFF9 and <= 0xFFFB) => Hidden,
            _ => null,
        };
}
