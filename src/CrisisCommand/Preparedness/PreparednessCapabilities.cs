using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Preparedness;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class PreparednessCapabilities
{
    /// <summary>How ready the organisation is: the last exercise, gaps in plans and rosters, who cannot be reached.</summary>
    public static readonly Capability ReadReadiness = new("read-readiness");
}
