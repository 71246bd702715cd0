using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>Times as readers write them in an address: RFC 3339, with an offset. Without one a time is a guess, and is refused everywhere.</summary>
public static partial class Rfc3339
{
    /// <param name="said">A plus sign that nobody escaped arrives as a space.</param>
    /// <returns>In UTC; null where it is no such time.</returns>
    public static DateTimeOffset? Read(string? said)
    {
        var text = said?.Replace(' ', '+') ?? "";
        return Form.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : null;
    }

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form { get; }
}
