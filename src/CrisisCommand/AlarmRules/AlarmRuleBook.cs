using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.AlarmRules;

/// <summary>The rules by which alarms wake people: as adopted last, and the product's own until then.</summary>
public sealed record AlarmRuleBook : IState<AlarmRuleBook>
{
    /// <summary>
    /// What holds where nobody has adopted rules: everything wakes but what is mild and certainly elsewhere. A place that was not understood is
    /// not elsewhere, a severity that was not said is not mild, and what is grave elsewhere is for a person to judge.
    /// </summary>
    /// <remarks>Alarms name these by their numbers for ever: what is to be other is another version, for the company to adopt.</remarks>
    private static readonly ImmutableArray<AlarmRule> Own =
    [
        new(
            null,
            new(Sources: [AlarmSource.Tib], Severities: [Severity.Severe, Severity.Extreme], Elsewhere: false),
            AlarmVerdict.CallAndInform
        ),
        new(null, new(Severities: [Severity.Minor, Severity.Moderate], Elsewhere: true), AlarmVerdict.Log),
        new(null, new(), AlarmVerdict.Call),
    ];

    public static AlarmRuleBook Initial { get; } = new();

    /// <summary>One stream of each realm.</summary>
    public static readonly Guid Stream = Ids.Named("alarm-rules");

    /// <summary>1 for the first adoption; 0 for the product's own.</summary>
    public long Version { get; init; }
    public PersonId? AdoptedBy { get; init; }
    public DateTimeOffset? AdoptedAt { get; init; }
    public ImmutableArray<AlarmRule> Rules { get; init; } = Own;

    public AlarmRuleBook After(Fact fact) =>
        fact.Event is AlarmRulesAdopted adopted
            ? new()
            {
                Version = fact.Version,
                AdoptedBy = fact.By,
                AdoptedAt = fact.RecordedAt,
                Rules = adopted.Rules,
            }
            : this;

    /// <summary>The first rule that holds. That none does is refused when rules are adopted; should it be so all the same, people are called.</summary>
    public AppliedRule Apply(AlarmTraits traits, Guid alarm)
    {
        var at = Rules.ToList().FindIndex(rule => rule.When.Holds(traits));
        return at < 0
            ? new(alarm, Version, 0, null, AlarmVerdict.Call)
            : new(alarm, Version, at + 1, Rules[at].Name is { } name ? name.Again() : null, Rules[at].Then);
    }

    /// <summary>By the incident as it stands with its last alarm.</summary>
    /// <param name="at">When that came.</param>
    public AppliedRule Apply(Incident incident, DateTimeOffset at) =>
        Apply(AlarmTraits.Of(incident, at), incident.Alarms.IsEmpty ? Guid.Empty : incident.Alarms[^1]);
}
