using CrisisCommand.Incidents;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Alerts;

/// <summary>How grave the alarm behind an alert is, as far as it says. Each is told of on its own: what is grave does not wait among trifles.</summary>
public enum AlertWeight
{
    Usual,

    /// <summary>The sender said nothing of how grave it is, and its kind threatens life.</summary>
    Threat,

    /// <summary>CAP 1.2 §3.2.2, in the sender's own words or our people's.</summary>
    Severe,
    Extreme,

    /// <summary>Of no alarm: what is told of any for information is counted by itself, so that it never holds up a call.</summary>
    Information,
}

/// <summary>Where the alarm behind an alert came from: by this the messages of a flood are folded.</summary>
/// <param name="Sender">Who was signed in when it came, never what the message calls itself.</param>
public sealed record AlertOrigin(PersonId Sender, AlertWeight Weight, IncidentKind Kind)
{
    private static readonly IncidentKind[] Threats =
    [
        new("fire"),
        new("shooting"),
        new("explosion"),
        new("violence-or-threat"),
        new("gas-leak"),
        new("structural"),
    ];

    public static AlertOrigin Of(Incident incident) =>
        new(incident.RaisedBy.IsEmpty ? PersonId.System : incident.RaisedBy[0], WeightOf(incident.Severity, incident.Kind), incident.Kind);

    public static AlertWeight WeightOf(Severity severity, IncidentKind kind) =>
        severity switch
        {
            Severity.Extreme => AlertWeight.Extreme,
            Severity.Severe => AlertWeight.Severe,
            Severity.Unknown when Threats.Contains(kind) => AlertWeight.Threat,
            _ => AlertWeight.Usual,
        };
}
