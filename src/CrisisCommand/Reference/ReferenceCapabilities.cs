using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Reference;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class ReferenceCapabilities
{
    /// <summary>Kinds, areas and the like: whoever has a valid token.</summary>
    public static readonly Capability ReadReference = new("read-reference");
}
