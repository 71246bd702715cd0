using System.Collections.Immutable;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>An alarm came and went into these incidents; more than one where it names alarms of several.</summary>
/// <param name="Raw">The message as received: <see cref="RawAlarm"/>.</param>
public sealed record AlarmFiled(ImmutableArray<Guid> Incidents, Guid Raw) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, string.Join(", ", Incidents));
}

/// <summary>Another message named an alarm that has not come: when it comes, it belongs in these incidents.</summary>
public sealed record AlarmAwaited(ImmutableArray<Guid> Incidents) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, string.Join(", ", Incidents));
}
