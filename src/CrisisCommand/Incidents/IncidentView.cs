using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Incidents;

/// <summary>An incident as it is listed: the same fold, stored to be filtered.</summary>
public sealed record IncidentView : IView<IncidentView>
{
    public static IncidentView Initial { get; } = new();

    public Guid Id { get; init; }
    public Incident Incident { get; init; } = Incident.Initial;

    /// <summary>Beside the fold because Marten filters on stored fields.</summary>
    public bool Open { get; init; }
    public string Kind { get; init; } = "";
    public string? Area { get; init; }

    /// <summary>What older builds stored has <see cref="Area"/> alone.</summary>
    public string[]? Areas { get; init; }
    public bool Actionable { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public string[] RaisedBy { get; init; } = [];

    /// <summary>Of its alarms; see <see cref="Incident.Names"/>. What older builds stored has none.</summary>
    public Guid[]? Names { get; init; }

    public static IncidentView Begin(Guid id) => new() { Id = id };

    public IncidentView After(Fact fact)
    {
        var incident = Incident.After(fact);
        return this with
        {
            Incident = incident,
            Open = incident.Open,
            Kind = incident.Kind.Value,
            Area = incident.Area?.Value,
            Areas = [.. incident.Areas.Select(a => a.Value)],
            Actionable = incident.Actionable,
            ReportedAt = incident.ReportedAt,
            Names = [.. incident.Names],
            RaisedBy = [.. incident.RaisedBy.Select(p => p.Value)],
        };
    }
}
