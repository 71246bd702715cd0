using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Timeline.Report;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>Puts the proof of staffing into the words of one reader. Pure: no clock, no store.</summary>
public sealed class StaffingProofBuilder(Words words)
{
    private readonly ReportWording _say = new(words);

    public StaffingProofShown Build(Realm realm, Guid crisis, long version, StaffingProof proof)
    {
        var functions = proof.Functions.Select(f => Function(f, proof.Until)).ToList();
        return new(
            realm.Name,
            realm.IsLive ? null : AfterActionBuilder.Exercise,
            crisis,
            version,
            proof.Functions.Select(f => f.From).DefaultIfEmpty(proof.Until).Min(),
            proof.Until,
            proof.Klo.IsStoodDown,
            Sum([.. functions.Select(f => f.Totals)]),
            functions
        );
    }

    private FunctionStaffing Function(FunctionProof function, DateTimeOffset until) =>
        new(
            new(function.Function, words.Function(function.Function)),
            function.From,
            function.To,
            function.Begins,
            function.Ends,
            function.SummonedAt,
            function.DelayToFirst?.TotalSeconds,
            Totals(function, until),
            [.. function.Intervals.Select(i => Interval(i, until))]
        );

    private IntervalReport Interval(StaffingInterval interval, DateTimeOffset until) =>
        new(
            interval.From,
            interval.To,
            Seconds(interval.From, interval.To ?? until),
            interval.Begins,
            interval.Ends,
            interval.Holder is { } holder ? Holder(holder, interval.Silences) : null,
            interval.Vacancy is { } vacancy ? Vacant(vacancy) : null
        );

    private HolderReport Holder(Tenure tenure, IReadOnlyList<Silence> silences) =>
        new(
            Name(tenure.Person),
            tenure.Mandate,
            words.Of(tenure.Mandate),
            tenure.Passing,
            _say.Own(tenure.Passing),
            tenure.InFunctionSince,
            silences
        );

    private VacancyReport Vacant(Vacancy vacancy) =>
        new(
            vacancy.Reason,
            _say.Own(vacancy.Reason),
            _say.Say(
                $"vacancy.{vacancy.Reason}{(vacancy.Eta is null ? "" : ".at")}",
                vacancy.Person is { } person ? _say.Person(Name(person)) : null,
                vacancy.Eta is { } eta ? _say.Minute(eta) : null
            ),
            vacancy.Person is { } meant ? Name(meant) : null,
            vacancy.Eta
        );

    private Named Name(PersonId person) => new(person, words.NameOf(person));

    private static StaffingTotals Totals(FunctionProof function, DateTimeOffset until)
    {
        var (vacant, silent, stretch, longest) = (0.0, 0.0, 0.0, 0.0);
        foreach (var interval in function.Intervals)
        {
            var seconds = Seconds(interval.From, interval.To ?? until);
            vacant += interval.Vacancy is null ? 0 : seconds;
            silent += interval.Silences.Sum(s => Seconds(s.From, s.To ?? until));
            stretch = interval.Vacancy is null ? 0 : stretch + seconds;
            longest = Math.Max(longest, stretch);
        }

        var all = Seconds(function.From, function.To ?? until);
        return new(all, vacant, silent, longest, Share(all, vacant));
    }

    private static StaffingTotals Sum(IReadOnlyList<StaffingTotals> all)
    {
        var (seconds, vacant) = (all.Sum(t => t.Seconds), all.Sum(t => t.SecondsVacant));
        var longest = all.Select(t => t.LongestVacancySeconds).DefaultIfEmpty(0).Max();
        return new(seconds, vacant, all.Sum(t => t.SecondsSilent), longest, Share(seconds, vacant));
    }

    private static double? Share(double seconds, double vacant) => seconds > 0 ? (seconds - vacant) / seconds : null;

    private static double Seconds(DateTimeOffset from, DateTimeOffset to) => (to - from).TotalSeconds;
}
