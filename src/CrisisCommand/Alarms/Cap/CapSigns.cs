using System.Xml;

namespace CrisisCommand.Alarms.Cap;

/// <summary>What signs an XML document can hold at all (XML 1.0 §2.2): JSON, and a reason that quotes somebody, can hold more.</summary>
internal static class CapSigns
{
    public static bool AreWritable(string text) => text.EnumerateRunes().All(IsWritable) && !text.AsSpan().ContainsLoneSurrogate();

    /// <summary>The text with a replacement sign for each that XML has no way to write.</summary>
    public static string Writable(string text) =>
        AreWritable(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsWritable(rune) ? rune.ToString() : "\uFFFD"));

    private static bool IsWritable(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static bool ContainsLoneSurrogate(this ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            text = text[(at + 2)..];
        }
        return false;
    }
}
