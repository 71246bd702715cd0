using System.Globalization;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>If-Match of RFC 9110 §13.1.1: strong comparison, a list, or any existing version.</summary>
public sealed record IfMatch(bool Any, IReadOnlyList<long> Versions)
{
    /// <summary>A stream's version as entity tag.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public bool Accepts(long version) => Any ? version > 0 : Versions.Contains(version);

    /// <summary>Weak tags never match strongly, so they are left out; what is no tag at all is left out too and matches nothing.</summary>
    /// <param name="weakly">For If-None-Match, to which a weak tag is as good as a strong one.</param>
    public static IfMatch? Parse(string? header, bool weakly = false)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        return header.Trim() == "*"
            ? new(true, [])
            : new(
                false,
                [.. header.Split(',', StringSplitOptions.TrimEntries).Select(tag => Strong(weakly ? Unweakened(tag) : tag)).OfType<long>()]
            );
    }

    private static string Unweakened(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static long? Strong(string tag) =>
        tag is ['"', .. var version, '"']
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Tag(number) == tag
            ? number
            : null;
}
