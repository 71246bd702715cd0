using System.Text.Json.Serialization;

namespace CrisisCommand.Reference;

/// <summary>Hours of some days of the week in which a layer of the duty roster is not staffed on purpose, on the clocks of Stockholm.</summary>
/// <param name="From">Before <paramref name="To"/>: within one day.</param>
public sealed record UnstaffedHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    [JsonIgnore]
    public bool IsSound => From < To && Days.Count > 0;
}

/// <summary>When a layer of the duty roster is meant to be staffed: always, but for these hours. A layer that is not listed: always.</summary>
/// <param name="Layer">The key of the layer.</param>
public sealed record DutyLayer(string Layer, IReadOnlyList<UnstaffedHours> Unstaffed);
