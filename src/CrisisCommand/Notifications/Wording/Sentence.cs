using System.Collections.Immutable;
using System.Globalization;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Notifications.Wording;

/// <summary>What stands in a sentence.</summary>
/// <param name="Rank">0: it stays whole. Of all others the highest gives way first.</param>
/// <param name="Floor">How many signs of it are left at least; 0: it is there whole or not at all.</param>
public readonly record struct Piece(string Words, int Rank = 0, int Floor = 0)
{
    /// <summary>No message has room for more of it, however little else it says.</summary>
    private const int Most = 160;

    private static readonly char[] Breaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    /// <summary>
    /// What people wrote stays within its line, since lines of its own could pass for ours, and for an e-mail's subject; it ends where our
    /// sentence ends.
    /// </summary>
    public static string OneLine(string written) =>
        string.Join(' ', written.Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.', ' ');

    /// <summary>How long it can be cut to, the longest first.</summary>
    internal IEnumerable<Piece> Shorter()
    {
        var signs = StringInfo.ParseCombiningCharacters(Words);
        for (var left = Math.Min(signs.Length - 1, Most); Floor > 0 && left >= Floor; left--)
        {
            yield return this with
            {
                Words = Words[..signs[left]].TrimEnd(' ', ',', '.') + "...",
            };
        }

        if (Floor == 0)
        {
            yield return this with
            {
                Words = "",
            };
        }
    }
}

/// <summary>In which forms something is said.</summary>
[Flags]
public enum SaidIn
{
    Sms = 1,
    Voice = 2,
    Email = 4,
    All = Sms | Voice | Email,
}

/// <summary>One sentence of a message: its wording in the resources, and what stands in it.</summary>
/// <param name="Rank">0: it is never left out. Of all others the highest is first.</param>
public sealed record Sentence(string Key, ImmutableArray<Piece> Pieces, int Rank = 0, SaidIn In = SaidIn.All)
{
    public Sentence(string key, params Piece[] pieces)
        : this(key, [.. pieces], 0) { }

    public string Say(Words words) => words.Say(Key, [.. Pieces.Select(p => (object)p.Words)]);
}
