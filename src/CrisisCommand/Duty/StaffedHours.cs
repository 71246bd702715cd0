using CrisisCommand.Reference;

namespace CrisisCommand.Duty;

/// <summary>
/// When layers are meant to be staffed, as the company's reference data has it. Time without anybody outside those hours is no gap: what is
/// reported every day though nothing is wrong is not read on the day when something is.
/// </summary>
public static class StaffedHours
{
    /// <summary>Whether somebody of the layer is meant to be on duty at an instant.</summary>
    public static bool IsStaffed(this ReferenceData reference, RosterLayer layer, DateTimeOffset at) =>
        !Unstaffed(reference, layer, at, at.AddTicks(1)).Any(u => u.Start <= at && at < u.End);

    /// <summary>What of these gaps lies in hours in which the layer is meant to be staffed.</summary>
    public static IEnumerable<Gap> RealGaps(this ReferenceData reference, RosterLayer layer, IEnumerable<Gap> gaps) =>
        gaps.SelectMany(g => Outside(g, [.. Unstaffed(reference, layer, g.Start, g.End)]));

    /// <summary>The rest of these gaps: nobody is on duty, and nobody is meant to be.</summary>
    public static IEnumerable<Gap> MeantGaps(this ReferenceData reference, RosterLayer layer, IEnumerable<Gap> gaps) =>
        gaps.SelectMany(g => Outside(g, [.. RealGaps(reference, layer, [g])]));

    /// <summary>The unstaffed hours that reach into a window, by start.</summary>
    private static IEnumerable<Gap> Unstaffed(ReferenceData reference, RosterLayer layer, DateTimeOffset from, DateTimeOffset to)
    {
        var hours = reference.Layers.FirstOrDefault(l => l.Layer == layer.Value)?.Unstaffed ?? [];
        var first = TimeZoneInfo.ConvertTime(from, DutyTimes.Stockholm).Date;
        var last = TimeZoneInfo.ConvertTime(to, DutyTimes.Stockholm).Date;
        for (var day = first; hours.Count > 0 && day <= last; day = day.AddDays(1))
        {
            foreach (var part in hours.Where(h => h.Days.Contains(day.DayOfWeek)).OrderBy(h => h.From))
            {
                yield return new(
                    DutyTimes.At(day + part.From.ToTimeSpan(), DutyTimes.Stockholm),
                    DutyTimes.At(day + part.To.ToTimeSpan(), DutyTimes.Stockholm)
                );
            }
        }
    }

    /// <summary>A stretch of time without these parts, which come by start.</summary>
    private static IEnumerable<Gap> Outside(Gap whole, IReadOnlyList<Gap> parts)
    {
        var reached = whole.Start;
        foreach (var part in parts.Where(p => p.End > whole.Start && p.Start < whole.End))
        {
            if (part.Start > reached)
            {
                yield return new(reached, part.Start);
            }

            reached = part.End > reached ? part.End : reached;
        }

        if (reached < whole.End)
        {
            yield return new(reached, whole.End);
        }
    }
}
