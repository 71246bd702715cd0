using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alerts;

/// <summary>Why an acknowledgement is refused.</summary>
public static class AlertRefusals
{
    /// <summary>Who acknowledges was not alerted of this incident.</summary>
    public static readonly Refusal NotAlerted = new("alerts.not-alerted", 403);

    /// <summary>Somebody else has the incident already.</summary>
    public static readonly Refusal AlreadyAcknowledged = new("alerts.already-acknowledged");

    /// <summary>The incident was closed, taken back or raised to a crisis: there is nothing left to acknowledge.</summary>
    public static readonly Refusal Over = new("alerts.over");
}
