using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class DutyCapabilities
{
    public static readonly Capability ReadRoster = new("read-roster");
    public static readonly Capability ManageRoster = new("manage-roster");
    public static readonly Capability SwapShift = new("swap-shift");
}
