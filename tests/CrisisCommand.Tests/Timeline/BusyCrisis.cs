using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Timeline.SampleCrisis;

namespace CrisisCommand.Tests.Timeline;

/// <summary>A crisis in which much happens, over any length of time.</summary>
internal static class BusyCrisis
{
    /// <summary>Forty decisions, sixteen reports and twelve tasks at places that a fixed seed chooses, over a night of all that befalls functions.</summary>
    public static SampleCrisis Busy(TimeSpan length)
    {
        var (random, begin) = (new Random(20261125), At("2026-11-20T21:10:00Z"));
        DateTimeOffset Place(double share) => begin + TimeSpan.FromSeconds(Math.Round(length.TotalSeconds * share));
        var facts = Happenings(random).Select(h => (At: h.Share, h.Make)).OrderBy(h => h.At).ToList();
        var crisis = new SampleCrisis().Then(
            Stamp(begin),
            "vd",
            new CrisisDeclared(new("storm"), Text("Storm över Söderort"), Text("Många tak"), PlanName.Normal, 1, null, [IncidentId]),
            new KloConvened(
                PlanName.Normal,
                1,
                [.. new[] { Leader, Staff, Log, StaffingSample.Operations }.Select(f => new CallOrder(f, [new PersonId(f.Value)]))]
            )
        );
        foreach (var (share, make) in facts)
        {
            crisis = crisis.Then(Stamp(Place(share)), "vd", make(Place));
        }

        return crisis.Then(Stamp(begin + length), "vd", new KloStoodDown(Text("Över")));
    }

    private static IEnumerable<(double Share, Func<Func<double, DateTimeOffset>, IDomainEvent> Make)> Happenings(Random random)
    {
        yield return (0.02, _ => new FunctionStaffed(Leader, new("vd"), Mandate.Holder));
        yield return (0.03, _ => new FunctionStaffed(Staff, new("chief-of-staff"), Mandate.Holder));
        yield return (0.09, _ => new FunctionStaffed(Log, new("documentation"), Mandate.Holder));
        yield return (0.5, _ => new HandoverAccepted(Leader, new("vd"), new("vd-1"), Mandate.Deputy));
        yield return (0.6, _ => new FunctionStaffed(StaffingSample.Operations, new("jour"), Mandate.Appointed));
        foreach (var (share, number) in Shares(random, 40))
        {
            yield return (
                share,
                at => new DecisionTaken(
                    number,
                    Text($"Beslut nr {number}"),
                    Text("Skäl"),
                    [],
                    null,
                    Leader,
                    Mandate.Holder,
                    null,
                    null,
                    at(share),
                    null
                )
            );
        }

        for (var number = 3; number < 40; number += 5)
        {
            var executed = number;
            yield return (0.9 + (number / 1000.0), _ => new DecisionExecuted(executed, Text("Gjort")));
        }

        foreach (var (share, number) in Shares(random, 16))
        {
            yield return (
                share,
                at => new IncidentReportReceived(IncidentId, number, ReportedFact.Report, Text($"Tak {number}"), at(share - 0.1))
            );
        }

        foreach (var (share, number) in Shares(random, 12))
        {
            yield return (share, _ => new TaskGiven(Numbered(7_000 + number), Text($"Uppgift {number}"), Staff, null, null));
            yield return (0.95 + (number / 1000.0), _ => new TaskDone(Numbered(7_000 + number), Text("Klar")));
            yield return (share, _ => new SituationReported(Text($"Läge {number}"), []));
        }
    }

    private static IEnumerable<(double Share, int Number)> Shares(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => 0.05 + (random.NextDouble() * 0.8)).Order().Select((share, i) => (share, i + 1)).ToList();

    private static string Stamp(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
