using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Decisions;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class DecisionsCapabilities
{
    public static readonly Capability TakeDecision = new("take-decision");

    /// <summary>Revise or withdraw a decision.</summary>
    public static readonly Capability ChangeDecision = new("change-decision");
    public static readonly Capability ExecuteDecision = new("execute-decision");
}
