namespace CrisisCommand.Platform.Vocabulary;

/// <summary>The kinds of stream (architecture.md §2).</summary>
public static class StreamKinds
{
    public const string Crisis = "crisis";
    public const string Incident = "incident";
    public const string Alarm = "alarm";
    public const string Plan = "plan";
    public const string Person = "person";
    public const string Roster = "roster";
    public const string Alert = "alert";
    public const string Notice = "notice";
    public const string Erasures = "erasures";

    /// <summary>The sessions of one person.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>The keys that seal what leaves us and comes back.</summary>
    public const string Keys = "keys";
    public const string Gathering = "gathering";
    public const string Sending = "sending";

    /// <summary>What one sender's alarms were refused for.</summary>
    public const string RefusedAlarms = "refused-alarms";

    /// <summary>The crises of a realm in the order in which they were declared: two at the same instant are one after the other here.</summary>
    public const string Declarations = "declarations";

    /// <summary>Who is woken by what, one stream of each realm.</summary>
    public const string AlarmRules = "alarm-rules";
}
