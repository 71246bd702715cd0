using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>A stretch of time: as instants, and on the clocks of Stockholm with their offsets.</summary>
/// <param name="Hours">As they pass: 16 for 17:00 to 08:00 over the night in October.</param>
public sealed record SpanShown(DateTimeOffset Start, DateTimeOffset End, string LocalStart, string LocalEnd, double Hours)
{
    public static SpanShown Of(DateTimeOffset start, DateTimeOffset end) =>
        new(start, end, DutyTimes.Local(start), DutyTimes.Local(end), Math.Round((end - start).TotalHours, 3));
}

public sealed record ShiftShown(PersonId Person, int Level, SpanShown When);

/// <param name="Persons">One; several are double cover.</param>
public sealed record WatchShown(IReadOnlyList<PersonId> Persons, SpanShown When)
{
    public static WatchShown Of(Watch watch) => new(watch.Persons, SpanShown.Of(watch.Start, watch.End));
}

/// <param name="Withdrawn">Nothing of it, or only what was served before, stands.</param>
public sealed record SwapShown(Guid SwapId, PersonId From, PersonId To, SpanShown When, bool Withdrawn);

/// <summary>The names beside the ids of an answer.</summary>
internal static class DutyNames
{
    public static async Task<IReadOnlyDictionary<PersonId, string>> Of(
        PersonDirectory directory,
        Reader reader,
        IEnumerable<PersonId> mentioned,
        CancellationToken token
    )
    {
        var names = await directory.Names(reader, token);
        return mentioned
            .Distinct()
            .OrderBy(p => p.Value, StringComparer.Ordinal)
            .Where(names.ContainsKey)
            .ToDictionary(p => p, p => names[p]);
    }
}
