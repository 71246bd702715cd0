using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Manual;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class ManualCapabilities
{
    public static readonly Capability ReadManual = new("read-manual");

    /// <summary>Tick or skip a step of an action card.</summary>
    public static readonly Capability WorkActionCard = new("work-action-card");
}
