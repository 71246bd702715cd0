namespace CrisisCommand.Alarms.Cap;

/// <summary>
/// What became of a document. A wrapper may hold several alerts: one of them refused does not drop the others, so `Problems` may
/// stand beside `Alerts`. Nothing was taken in when `Alerts` is empty, and then `Problems` says why.
/// </summary>
public sealed record CapReading(CapList<ReceivedCapAlert> Alerts, CapList<CapFinding> Problems)
{
    /// <summary>Alerts that are refused, but could be identified: their senders can be answered in CAP.</summary>
    public CapList<CapAlert> RefusedAlerts { get; init; } = [];

    internal static CapReading Refused(CapFinding problem) => new([], [problem]);
}

/// <summary>An alert taken in, and where it departs from CAP 1.2.</summary>
public sealed record ReceivedCapAlert(CapAlert Alert, CapList<CapFinding> Deviations);

/// <summary>A deviation or a problem: a stable code of <see cref="CapFaults"/>, where (XPath, or JSON pointer), and words for a technician.</summary>
/// <param name="Found">The term that stood there, where it is none that CAP 1.2 knows.</param>
public sealed record CapFinding(string Code, string Path, string Detail, string? Found = null);
