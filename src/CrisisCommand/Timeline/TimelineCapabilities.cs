using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Timeline;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class TimelineCapabilities
{
    /// <summary>Raw events with the openings of their texts.</summary>
    public static readonly Capability ReadJournal = new("read-journal");
}
