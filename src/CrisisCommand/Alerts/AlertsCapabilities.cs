using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class AlertsCapabilities
{
    /// <summary>Acknowledge an alert that went to the on-call manager, the CEO or a deputy.</summary>
    public static readonly Capability AnswerAlert = new("answer-alert");
}
