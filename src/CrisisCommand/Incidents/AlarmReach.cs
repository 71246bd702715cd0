namespace CrisisCommand.Incidents;

/// <summary>How near to what is ours the place lies that an alarm gives.</summary>
public enum AlarmReach
{
    /// <summary>It gives none, or none that was understood: it may be ours.</summary>
    Unknown,

    /// <summary>Certainly other places, and none of ours.</summary>
    Elsewhere,

    /// <summary>Our municipality as a whole, or a part of it that is none of our areas.</summary>
    Municipality,

    /// <summary>One of our areas at least.</summary>
    Ours,
}
