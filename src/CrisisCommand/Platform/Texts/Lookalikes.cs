using System.Text;

namespace CrisisCommand.Platform.Texts;

/// <summary>
/// Folds what looks alike into one (after UTS 39): composition and width, case, runs of blanks, signs that show nothing, and the letters of
/// Greek, Cyrillic and Cherokee that pass for Latin ones. For comparing names, never for showing or storing them.
/// </summary>
public static class Lookalikes
{
    private const string Passing = "АВЕЅІЈКМНОРСТУХҮԚԜаеѕіјорсухһԛԝӏνοαιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑᎪᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃԁɡ";
    private const string PassesFor = "ABESIJKMHOPCTYXYQWaesijopcyxhqwlvoaipuABEZHIKMNOPTYXiaACDEGHJKLMPRSTVWZdg";

    private static readonly Dictionary<char, char> Letters = Passing.Zip(PassesFor).ToDictionary(p => p.First, p => p.Second);

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = folded.Length > 0;
                continue;
            }

            if (!TextSigns.IsSeen(rune))
            {
                continue;
            }

            _ = blank ? folded.Append(' ') : folded;
            blank = false;
            folded.Append(rune.IsBmp && Letters.TryGetValue((char)rune.Value, out var latin) ? latin : rune.ToString());
        }

        return folded.ToString().ToLowerInvariant();
    }

    /// <summary>Half a surrogate pair composes with nothing, and is no reason to fall over.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
