using System.Collections.Immutable;
using System.Globalization;

namespace CrisisCommand.Klo.Summoning;

/// <summary>What was tapped on the page of a summons.</summary>
/// <param name="Minutes">Until the person expects to be in place; null: not said.</param>
public sealed record LinkAnswer(SummonsAnswer Answer, int? Minutes)
{
    /// <summary>What the page lets one choose from.</summary>
    public static readonly ImmutableArray<int> Choices = [15, 30, 45, 60, 90, 120];

    public DateTimeOffset? Eta(DateTimeOffset now) => Minutes is { } minutes ? now.AddMinutes(minutes) : null;

    /// <summary>Null where the form is not ours.</summary>
    public static LinkAnswer? Of(IFormCollection form) =>
        (form["answer"].ToString(), MinutesOf(form["minutes"].ToString())) switch
        {
            ("coming", { Known: true } at) => new(SummonsAnswer.Coming, at.Minutes),
            ("declined", _) => new(SummonsAnswer.Declined, null),
            _ => null,
        };

    private static (bool Known, int? Minutes) MinutesOf(string given) =>
        given.Length == 0 ? (true, null)
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && Choices.Contains(minutes)
            ? (true, minutes)
        : (false, null);
}
