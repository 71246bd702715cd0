using System.Globalization;
using CrisisCommand.Boards;

namespace CrisisCommand.Pages.TimeMachine;

/// <summary>Where the time machine stands, and the addresses of where it can go from there. The address is all the state there is.</summary>
/// <param name="Version">The last fact that was known.</param>
/// <param name="Instant">The time as of which it is shown.</param>
/// <param name="Head">How many facts the journal has now.</param>
/// <param name="Happened">Read by all that is known now, and not as it was known then.</param>
public sealed record Moment(long Version, DateTimeOffset Instant, long Head, bool Happened)
{
    /// <summary>The time as it was asked for; null where a version was.</summary>
    public string? At { get; init; }

    /// <summary>The version that it is compared with.</summary>
    public long? From { get; init; }

    /// <summary>The decision on whose board it stands.</summary>
    public int? Decision { get; init; }

    /// <summary>The same way of looking, at another version.</summary>
    public string To(long version) => Address(("version", version), ("as", Reading), ("from", From));

    /// <summary>This moment, read in the one way or in the other.</summary>
    public string Read(bool happened) =>
        Address(
            ("version", At is null ? Version : null),
            ("at", At),
            ("as", happened ? BoardQuery.Happened : null),
            ("from", happened ? null : From)
        );

    /// <summary>This moment beside an earlier or later one; beside none where <paramref name="from"/> is null.</summary>
    public string Beside(long? from) => Address(("version", Version), ("from", from));

    /// <summary>The board that the taker of a decision was served.</summary>
    public static string Served(long version, int decision) => Address(("version", version), ("decision", decision));

    /// <summary>What became otherwise from one version to another.</summary>
    public static string Between(long from, long to) => Address(("version", to), ("from", from));

    /// <summary>What a form carries on beside its own fields.</summary>
    public string? Reading => Happened ? BoardQuery.Happened : null;

    private static string Address(params (string Name, object? Value)[] parts) =>
        "?"
        + string.Join(
            '&',
            parts
                .Where(p => p.Value is not null)
                .Select(p => $"{p.Name}={Uri.EscapeDataString(Convert.ToString(p.Value, CultureInfo.InvariantCulture)!)}")
        );
}
