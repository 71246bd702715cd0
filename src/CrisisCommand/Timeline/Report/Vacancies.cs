using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>A stretch in which nobody held a function, whatever the reasons that followed each other in it.</summary>
/// <param name="To">Null where it stood empty until the journal's last line.</param>
/// <param name="Why">In order.</param>
public sealed record VacantSpan(
    NamedFunction Function,
    DateTimeOffset From,
    DateTimeOffset? To,
    double Seconds,
    JournalMark Begins,
    JournalMark? Ends,
    IReadOnlyList<VacancyReport> Why
);

/// <summary>The proof of staffing turned inside out: where nobody was, the longest first. Pure.</summary>
public static class Vacancies
{
    public static IReadOnlyList<VacantSpan> Of(StaffingProofShown proof) =>
        [.. proof.Functions.SelectMany(Spans).OrderByDescending(s => s.Seconds).ThenBy(s => s.Begins.Version)];

    private static IEnumerable<VacantSpan> Spans(FunctionStaffing function)
    {
        VacantSpan? open = null;
        foreach (var interval in function.Intervals)
        {
            if (interval.Vacancy is not { } vacancy)
            {
                if (open is not null)
                {
                    yield return open;
                }

                open = null;
                continue;
            }

            open ??= new(function.Function, interval.From, null, 0, interval.Begins, null, []);
            open = open with
            {
                To = interval.To,
                Seconds = open.Seconds + interval.Seconds,
                Ends = interval.Ends,
                Why = [.. open.Why, vacancy],
            };
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
