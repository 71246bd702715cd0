using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.AlarmRules;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class AlarmRulesCapabilities
{
    public static readonly Capability ReadAlarmRules = new("read-alarm-rules");

    /// <summary>Say who is woken by what: the on-call manager's line, which is woken, and nobody who only runs the system.</summary>
    public static readonly Capability AdoptAlarmRules = new("adopt-alarm-rules");
}
