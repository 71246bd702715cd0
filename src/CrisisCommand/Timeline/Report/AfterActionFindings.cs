using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>What those who look back ask a report for first: when, how long, where nobody was, what was put right, what is left. Pure.</summary>
public sealed class AfterActionFindings(Words words)
{
    private readonly ReportWording _say = new(words);

    public AfterAction Of(AfterAction report, IReadOnlyList<Fact> facts, IReadOnlyDictionary<Guid, Incident> incidents)
    {
        var numbered = report with { Incidents = Numbered(report.Incidents) };
        return numbered with
        {
            KeyTimes = new KeyTimesBuilder(_say).Build(numbered, facts, incidents),
            Delays = new DelaysBuilder(_say).Build(numbered, facts.ToDictionary(f => f.EventId, f => f.RecordedAt)),
            Vacancies = Vacancies.Of(numbered.StaffingProof),
            CorrectionsMade = new CorrectionsBuilder(words).Build(facts),
            LeftOpen = LeftOpen.Of(numbered),
        };
    }

    private static IReadOnlyList<IncidentReport> Numbered(IReadOnlyList<IncidentReport> incidents)
    {
        var number = 0;
        return [.. incidents.Select(i => i with { Learned = [.. i.Learned.Select(l => l with { Number = ++number })] })];
    }
}
