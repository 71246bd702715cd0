using System.Collections.Immutable;

namespace CrisisCommand.Duty;

/// <summary>The wall clocks of one time zone of a calendar.</summary>
internal abstract record CalendarZone
{
    /// <summary>
    /// The instant of a local time (RFC 5545 §3.3.5): of a time that comes twice, the first; of a time that does not come, the one that the
    /// clock would have shown had it not been put forward.
    /// </summary>
    public abstract DateTimeOffset At(DateTime local);

    public abstract DateTime Local(DateTimeOffset instant);
}

/// <summary>A zone of the IANA or Windows databases.</summary>
internal sealed record KnownZone(TimeZoneInfo Zone) : CalendarZone
{
    public override DateTimeOffset At(DateTime local) => DutyTimes.At(local, Zone);

    public override DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}

/// <summary>From an instant on the zone's clocks show another time.</summary>
/// <param name="At">On a clock of UTC.</param>
internal readonly record struct ClockChange(DateTime At, TimeSpan From, TimeSpan To);

/// <summary>A zone as the calendar itself describes it (VTIMEZONE, RFC 5545 §3.6.5).</summary>
/// <param name="Changes">By their instants; at least one.</param>
internal sealed record OwnZone(ImmutableArray<ClockChange> Changes) : CalendarZone
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(3);

    public override DateTimeOffset At(DateTime local)
    {
        var near = new[] { Offset(local.AddDays(-1)), Offset(local.AddDays(1)) };
        var offset = near.Where(o => Offset(local - o) == o).DefaultIfEmpty(Offset(local - near[0] - LongestGap)).Max();
        return new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified) - offset, TimeSpan.Zero);
    }

    public override DateTime Local(DateTimeOffset instant) =>
        DateTime.SpecifyKind(instant.UtcDateTime + Offset(instant.UtcDateTime), DateTimeKind.Unspecified);

    private TimeSpan Offset(DateTime utc)
    {
        var (low, high) = (0, Changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Changes[middle].At <= utc ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? Changes[0].From : Changes[low - 1].To;
    }
}
