using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CrisisCommand.Notifications.Wording;

/// <summary>
/// What a text message may hold and how it is counted (3GPP TS 23.038 §6.2.1 and §6.2.1.1; 3GPP TS 23.040 §9.2.3.24.1 for parts): 160 septets
/// of the GSM 7-bit default alphabet, where a sign of its extension table takes two, or 70 UTF-16 units as soon as one sign is in neither. In
/// several parts, 153 or 67 each.
/// </summary>
public static class Sms
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenDictionary<char, int> Septets = Basic
        .Select(c => (Sign: c, Septets: 1))
        .Concat(Extension.Select(c => (Sign: c, Septets: 2)))
        .ToFrozenDictionary(s => s.Sign, s => s.Septets);

    /// <summary>Signs of typesetting, and letters that no canonical form takes apart, as the alphabet has them.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['–'] = "-",
        ['—'] = "-",
        ['−'] = "-",
        ['‐'] = "-",
        ['‑'] = "-",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['»'] = "\"",
        ['«'] = "\"",
        ['‘'] = "'",
        ['’'] = "'",
        ['´'] = "'",
        ['`'] = "'",
        ['…'] = "...",
        ['•'] = "-",
        ['·'] = "-",
        ['×'] = "x",
        ['½'] = "1/2",
        ['\t'] = " ",
        ['Ł'] = "L",
        ['ł'] = "l",
        ['Đ'] = "D",
        ['đ'] = "d",
        ['Ð'] = "D",
        ['ð'] = "d",
        ['ı'] = "i",
        ['Þ'] = "Th",
        ['þ'] = "th",
        ['Œ'] = "OE",
        ['œ'] = "oe",
    }.ToFrozenDictionary();

    public static bool IsGsm7(string text) => text.All(Septets.ContainsKey);

    /// <summary>Septets, or UTF-16 units where it cannot be GSM-7.</summary>
    public static int Units(string text) => IsGsm7(text) ? text.Sum(c => Septets[c]) : text.Length;

    /// <summary>Whether it is one part.</summary>
    public static bool Fits(string text) => Units(text) <= (IsGsm7(text) ? 160 : 70);

    /// <summary>In how many parts it is sent. No sign is torn in two: neither an escape from its sign, nor the halves of a surrogate pair.</summary>
    public static int Parts(string text)
    {
        if (Fits(text))
        {
            return 1;
        }

        var isGsm7 = IsGsm7(text);
        var (room, parts, used) = (isGsm7 ? 153 : 67, 1, 0);
        foreach (var sign in text.EnumerateRunes())
        {
            var size = isGsm7 ? Septets[(char)sign.Value] : sign.Utf16SequenceLength;
            (parts, used) = used + size > room ? (parts + 1, size) : (parts, used + size);
        }

        return parts;
    }

    /// <summary>
    /// The text as it is sent. Signs of typesetting become those of the alphabet, letters lose their marks and what is no letter at all is
    /// left out, where the whole becomes GSM-7 by it: a name without its mark says more than a message cut to 70 signs. Letters of other
    /// scripts stay.
    /// </summary>
    public static string Of(string text)
    {
        var plain = string.Concat(text.Normalize().Select(c => Plain.GetValueOrDefault(c) ?? $"{c}"));
        if (IsGsm7(plain))
        {
            return plain;
        }

        var folded = new StringBuilder();
        foreach (var sign in plain.EnumerateRunes())
        {
            folded.Append(Folded(sign));
        }

        var said = string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return IsGsm7(said) ? said : plain;
    }

    private static string Folded(Rune sign)
    {
        var whole = sign.ToString();
        if (IsGsm7(whole))
        {
            return whole;
        }

        var bare = string.Concat(whole.Normalize(NormalizationForm.FormKD).Where(Septets.ContainsKey));
        return bare.Length > 0 ? bare
            : Rune.IsLetterOrDigit(sign) ? whole
            : Rune.GetUnicodeCategory(sign) is UnicodeCategory.SpaceSeparator ? " "
            : "";
    }
}
