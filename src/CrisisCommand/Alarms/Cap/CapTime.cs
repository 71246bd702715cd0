using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisCommand.Alarms.Cap;

/// <summary>The time form of CAP (CAP 1.2 §3.3.2): seconds, offset always, neither `Z` nor fraction.</summary>
internal static partial class CapTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>
    /// A time without an offset is no time: hours of doubt in an alarm. A fraction, a `Z`, missing seconds, a blank for the `T` or before
    /// the offset, an offset without colon or minutes are harmless; `inForm` is then false.
    /// </summary>
    public static DateTimeOffset? Parse(string text, out bool inForm)
    {
        var match = Lenient().Match(text);
        inForm = match.Success && Strict().IsMatch(text);
        if (!match.Success)
            return null;
        var seconds = match.Groups["seconds"] is { Success: true } given ? given.Value : ":00";
        var whole = $"{match.Groups["day"].Value}T{match.Groups["minutes"].Value}{seconds}{Offset(match.Groups["offset"].Value)}";
        if (!DateTimeOffset.TryParseExact(whole, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var ticks = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        return time + TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
    }

    private static string Offset(string written) =>
        written is "Z" or "z" ? "+00:00"
        : written.Replace(":", "", StringComparison.Ordinal) is var digits && digits.Length == 3 ? digits + ":00"
        : $"{digits[..3]}:{digits[3..]}";

    /// <summary>UTC is `-00:00` in CAP, never `Z`; a fraction of a second is dropped.</summary>
    public static string Write(DateTimeOffset time) =>
        time.Offset == TimeSpan.Zero
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "-00:00"
            : time.ToString(Form, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[-+][0-9]{2}:[0-9]{2}\z")]
    private static partial Regex Strict();

    [GeneratedRegex(
        @"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<minutes>[0-9]{2}:[0-9]{2})(?<seconds>:[0-9]{2})?(?:\.(?<fraction>[0-9]{1,12}))? ?(?<offset>[Zz]|[-+][0-9]{2}(?::?[0-9]{2})?)\z"
    )]
    private static partial Regex Lenient();
}
