using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>The moments by which those who look back measure a crisis, in the order in which they should come.</summary>
public enum KeyMoment
{
    /// <summary>In the world: the earliest of what was told of the linked incidents.</summary>
    FirstOccurred,

    /// <summary>The first alarm or report of them reached us.</summary>
    FirstLearned,
    Declared,
    FirstStaffed,
    LeaderInPlace,

    /// <summary>For the first time somebody held every function of the plan in force.</summary>
    AllStaffed,
    FirstSituationReport,
    FirstDecision,
    StoodDown,
}

/// <param name="At">Null where it has not happened, which is told too.</param>
/// <param name="SinceDeclaredSeconds">Negative before the declaration.</param>
/// <param name="Version">The line of the journal that says it; null where it stands in an incident.</param>
/// <param name="Detail">Who, or what.</param>
public sealed record KeyTime(KeyMoment What, string Name, DateTimeOffset? At, double? SinceDeclaredSeconds, long? Version, string? Detail);

/// <summary>Finds the key times of a crisis. Pure: no clock, no store.</summary>
public sealed class KeyTimesBuilder(ReportWording wording)
{
    /// <param name="facts">All of the crisis.</param>
    /// <param name="incidents">Those that the crisis follows or followed.</param>
    public IReadOnlyList<KeyTime> Build(AfterAction report, IReadOnlyList<Fact> facts, IReadOnlyDictionary<Guid, Incident> incidents)
    {
        var followed = report.Incidents.Where(i => i.UnlinkedAt is null).ToList();
        var tenures = report
            .StaffingProof.Functions.SelectMany(f => f.Intervals.Where(i => i.Holder is not null).Select(i => (f.Function, Interval: i)))
            .OrderBy(t => t.Interval.Begins.Version)
            .ToList();
        var all = FirstWhole(facts);
        KeyTime Of(KeyMoment what, DateTimeOffset? at, long? version, string? detail) =>
            new(what, wording.Own(what), at, (at - report.Crisis.DeclaredAt)?.TotalSeconds, version, detail);
        KeyTime Tenure((NamedFunction Function, IntervalReport Interval) t, KeyMoment what) =>
            t.Interval is null
                ? Of(what, null, null, null)
                : Of(what, t.Interval.From, t.Interval.Begins.Version, $"{t.Function.Name}: {wording.Person(t.Interval.Holder!.Person)}");
        return
        [
            Occurred(followed, facts, incidents, Of),
            Learned(followed, incidents, Of),
            Of(KeyMoment.Declared, report.Crisis.DeclaredAt, facts[0].Version, wording.Person(report.Crisis.DeclaredBy)),
            Tenure(tenures.FirstOrDefault(), KeyMoment.FirstStaffed),
            Tenure(tenures.Find(t => t.Function.Key == FunctionKey.CrisisLeader), KeyMoment.LeaderInPlace),
            Of(KeyMoment.AllStaffed, all?.RecordedAt, all?.Version, null),
            Situation(report, facts, Of),
            Decision(report, facts, Of),
            Of(KeyMoment.StoodDown, report.Crisis.StoodDownAt, facts.FirstOrDefault(f => f.Event is KloStoodDown)?.Version, null),
        ];
    }

    private delegate KeyTime Maker(KeyMoment what, DateTimeOffset? at, long? version, string? detail);

    private static KeyTime Occurred(
        IEnumerable<IncidentReport> followed,
        IReadOnlyList<Fact> facts,
        IReadOnlyDictionary<Guid, Incident> incidents,
        Maker make
    )
    {
        var told = followed.SelectMany(i => i.Learned.Select(l => (Incident: i, At: (DateTimeOffset?)l.OccurredAt)));
        var known = followed.Select(i => (Incident: i, At: incidents.GetValueOrDefault(i.IncidentId)?.OccurredAt));
        var first = told.Concat(known).Where(o => o.At is not null).OrderBy(o => o.At).FirstOrDefault();
        var fact = facts.FirstOrDefault(f => f.Event is IncidentReportReceived r && r.Happened == first.At);
        return make(KeyMoment.FirstOccurred, first.At, fact?.Version, first.Incident?.Headline ?? first.Incident?.KindName);
    }

    private static KeyTime Learned(IEnumerable<IncidentReport> followed, IReadOnlyDictionary<Guid, Incident> incidents, Maker make)
    {
        var first = followed
            .Select(i => (Incident: i, At: incidents.GetValueOrDefault(i.IncidentId)?.ReportedAt))
            .Where(i => i.At is { } at && at != default)
            .OrderBy(i => i.At)
            .FirstOrDefault();
        return make(KeyMoment.FirstLearned, first.At, null, first.Incident?.Headline ?? first.Incident?.KindName);
    }

    private static KeyTime Situation(AfterAction report, IReadOnlyList<Fact> facts, Maker make)
    {
        var first = report.SituationReports.FirstOrDefault();
        var version = facts.FirstOrDefault(f => f.EventId == first?.EventId)?.Version;
        return make(KeyMoment.FirstSituationReport, first?.RecordedAt, version, first?.Function?.Name);
    }

    private KeyTime Decision(AfterAction report, IReadOnlyList<Fact> facts, Maker make)
    {
        var first = report.Decisions.MinBy(d => d.DecidedAt);
        var version = facts.FirstOrDefault(f => f.EventId == first?.EventId)?.Version;
        var detail = first is null ? null : wording.Say("decision-named", first.Number, first.Decision);
        return make(KeyMoment.FirstDecision, first?.DecidedAt, version, detail);
    }

    /// <summary>Asked of the KLO's own state, as the plan in force at each fact has it.</summary>
    private static Fact? FirstWhole(IReadOnlyList<Fact> facts)
    {
        var klo = KloActivation.Initial;
        foreach (var fact in facts)
        {
            klo = klo.After(fact);
            if (!klo.Posts.IsEmpty && klo.Posts.All(p => p.Holder is not null))
            {
                return fact;
            }
        }

        return null;
    }
}
