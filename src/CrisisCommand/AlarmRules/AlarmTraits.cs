using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmRules;

/// <summary>What of an alarm a rule looks at.</summary>
public enum AlarmAspect
{
    Source,
    Place,
    Kind,
    Severity,
    Urgency,
    Time,
}

/// <summary>A place as rules know it: one of our areas; else the municipality, elsewhere, or none that was understood.</summary>
public readonly record struct AlarmPlace(AreaKey? Area, AlarmReach Reach)
{
    /// <summary>In the words of a rule: the key of an area, <c>cityWide</c>, <c>elsewhere</c>, <c>unknown</c>.</summary>
    public override string ToString() =>
        Area?.Value
        ?? Reach switch
        {
            AlarmReach.Municipality => "cityWide",
            AlarmReach.Elsewhere => "elsewhere",
            _ => "unknown",
        };
}

/// <summary>What is judged of an alarm: an incident as it stands with it, and when it came.</summary>
/// <param name="Sources">What it gives as its source, and the source whose machine sent it.</param>
/// <param name="Places">All that it touches, one at least.</param>
public sealed record AlarmTraits(
    ImmutableArray<AlarmSource> Sources,
    ImmutableArray<AlarmPlace> Places,
    IncidentKind Kind,
    Severity Severity,
    Urgency Urgency,
    DayTime At
)
{
    /// <param name="at">When its last alarm came.</param>
    public static AlarmTraits Of(Incident incident, DateTimeOffset at) =>
        new(
            [.. incident.RaisedBy.Select(SourceOf).OfType<AlarmSource>().Prepend(incident.Source).Distinct()],
            incident.Areas.IsEmpty
                ? [new(null, incident.Reach ?? AlarmReach.Unknown)]
                : [.. incident.Areas.Select(area => new AlarmPlace(area, AlarmReach.Ours))],
            incident.Kind,
            incident.Severity,
            incident.Urgency,
            DayTime.Of(at)
        );

    /// <summary>A source's own machine is registered under the source's name.</summary>
    private static AlarmSource? SourceOf(PersonId sender) =>
        Enum.GetValues<AlarmSource>()
            .Cast<AlarmSource?>()
            .FirstOrDefault(s => sender.Value.Equals($"{s}", StringComparison.OrdinalIgnoreCase));
}
