using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>
/// Where an alarm belongs, whether it came itself or was only named. One stream per alarm, under an id made of its identity: of two
/// nodes that meet the same alarm, or a reference to it, at once, one begins the stream and the other's whole transaction fails on it and
/// is decided again. That is the store's own guard, so there is no lock, no unique index and no table of ours to keep right.
/// </summary>
public sealed record FiledAlarm : IState<FiledAlarm>
{
    public static FiledAlarm Initial { get; } = new();

    public ImmutableArray<Guid> Incidents { get; init; } = [];

    /// <summary>The message as received; null while it was only named.</summary>
    public Guid? Raw { get; init; }

    public bool Received => Raw is not null;

    public bool Known => !Incidents.IsEmpty;

    public FiledAlarm After(Fact fact) =>
        fact.Event switch
        {
            AlarmFiled filed => this with { Incidents = filed.Incidents, Raw = filed.Raw },
            AlarmAwaited awaited => this with { Incidents = awaited.Incidents },
            _ => this,
        };
}
