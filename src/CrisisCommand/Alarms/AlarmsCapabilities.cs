using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class AlarmsCapabilities
{
    public static readonly Capability RaiseAlarm = new("raise-alarm");

    /// <summary>An alarm as received: its sender its own, our duty organisation all.</summary>
    public static readonly Capability ReadAlarm = new("read-alarm");

    /// <summary>Which alarms were refused, why, and whom to call; their bytes too.</summary>
    public static readonly Capability ReadRefusedAlarms = new("read-refused-alarms");

    /// <summary>Say that a sender of refused alarms was called, or need not be.</summary>
    public static readonly Capability SettleRefusedAlarms = new("settle-refused-alarms");

    /// <summary>What an alarm would do: whom it would call is told to our own people only.</summary>
    public static readonly Capability TryAlarm = new("try-alarm");
}
