using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Preparedness;

/// <summary>Puts into words who is in two places at once.</summary>
internal static class DoubledWording
{
    public static IEnumerable<DoubledShown> Of(IEnumerable<KloPlan> plans, Words words) =>
        plans.SelectMany(plan =>
            DoublePost
                .In(plan)
                .Select(d => new DoubledShown(
                    d.Person,
                    words.NameOf(d.Person),
                    plan.Name,
                    [.. plan.Functions.Where(f => d.Functions.Contains(f.Key)).Select(f => words.Text(f.Name))],
                    []
                ))
        );

    public static IEnumerable<DoubledShown> Of(IReadOnlyList<DutyRoster> rosters, DateTimeOffset from, DateTimeOffset to, Words words) =>
        DoubleDuty
            .In(rosters, from, to)
            .GroupBy(d => (d.Person, d.One, d.Other))
            .Select(d => new DoubledShown(
                d.Key.Person,
                words.NameOf(d.Key.Person),
                null,
                [words.Name("layer", d.Key.One.Value), words.Name("layer", d.Key.Other.Value)],
                [.. d.Select(s => SpanShown.Of(s.Start, s.End))]
            ));
}
