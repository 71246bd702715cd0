namespace CrisisCommand.Platform.Vocabulary;

/// <summary>By what right a person acts.</summary>
public enum ActingMandate
{
    /// <summary>They hold the function: by plan, or put there by name.</summary>
    Appointed,

    /// <summary>They hold it in its ordinary holder's place.</summary>
    Deputy,

    /// <summary>They are its ordinary holder, and nobody has taken it yet.</summary>
    ActingOrdinary,

    /// <summary>They convened the KLO, and nobody has taken the leader's function yet.</summary>
    Convener,

    /// <summary>What the leader decides was delegated to their function.</summary>
    Delegated,

    /// <summary>They answer for operations outside office hours, as a standing role.</summary>
    OnCallManager,
}

/// <summary>In what capacity a person acts: which of their rights a command used. In the header of each of its events.</summary>
/// <param name="Function">Null for who acts in none, as a convener does.</param>
/// <param name="Mandate">Null in facts of before it was recorded.</param>
/// <param name="By">The event that gave the right, where one did in the crisis.</param>
public sealed record Capacity(FunctionKey? Function, ActingMandate? Mandate = null, Guid? By = null);
