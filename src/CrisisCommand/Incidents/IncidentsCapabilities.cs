using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class IncidentsCapabilities
{
    public static readonly Capability ReportIncident = new("report-incident");

    /// <summary>Verify, assess, report on and close incidents.</summary>
    public static readonly Capability HandleIncident = new("handle-incident");

    /// <summary>Report on one, and nothing more: for who is on duty, and for who reported it.</summary>
    public static readonly Capability ReportOnIncident = new("report-on-incident");
}
