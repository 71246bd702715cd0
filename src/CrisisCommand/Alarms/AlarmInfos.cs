using System.Collections.Immutable;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Incidents;
using CrisisCommand.Reference;

namespace CrisisCommand.Alarms;

/// <summary>
/// Which of a message's infos is shown and judged by, and what the others add: the one that touches our areas, then one that asks somebody to
/// act, then the gravest, then the one in the language that our officers read best, then the first. So a translation stands behind its
/// original, and neither a mild warning for another place nor what is over for some hides what is not.
/// </summary>
/// <param name="Leading">Null for e.g. a Cancel without info.</param>
/// <param name="Others">The others in the best language there is, and in that of the leading one; of translations, none.</param>
/// <param name="Areas">All of our areas that any of them touches, those of the leading one first.</param>
public sealed record AlarmInfos(CapInfo? Leading, ImmutableArray<CapInfo> Others, ImmutableArray<AreaKey> Areas)
{
    private static readonly string[] Languages = ["sv", "en"];

    /// <summary>The nearest place that any of them gives: one that is not understood may be ours. Null where there is no info.</summary>
    public AlarmReach? Reach { get; private init; }

    /// <param name="now">When the message came.</param>
    public static AlarmInfos Of(CapAlert alert, ReferenceData reference, DateTimeOffset now)
    {
        var infos = alert.Infos;
        if (infos.Count == 0)
        {
            return new(null, [], []);
        }

        var leading = infos
            .OrderByDescending(info => AlarmPlaces.Near(info, reference))
            .ThenBy(info => PassedOf(info, now) is not null)
            .ThenBy(info => info.Severity?.Known ?? CapSeverity.Unknown)
            .ThenBy(info => info.Urgency?.Known ?? CapUrgency.Unknown)
            .ThenBy(info => info.Certainty?.Known ?? CapCertainty.Unknown)
            .ThenBy(RankOf)
            .First();
        var best = infos.OrderBy(RankOf).First();
        ImmutableArray<CapInfo> others =
        [
            .. infos.Where(info => info != leading && new[] { best, leading }.Any(read => info.Primary == read.Primary)),
        ];
        var read = others.Prepend(leading).ToList();
        return new(leading, others, [.. read.SelectMany(info => AlarmPlaces.AreasOf(info, reference)).Distinct()])
        {
            Reach = ReachOf(read, reference),
        };
    }

    private static AlarmReach ReachOf(IReadOnlyList<CapInfo> infos, ReferenceData reference) =>
        infos.Max(info => AlarmPlaces.Near(info, reference)) switch
        {
            Nearness.Ours => AlarmReach.Ours,
            Nearness.Municipality => AlarmReach.Municipality,
            _ => infos.All(info => PlacesElsewhere.AreMeant(info, reference)) ? AlarmReach.Elsewhere : AlarmReach.Unknown,
        };

    /// <summary>Why an info asks nobody to act any more; null where it does.</summary>
    public static AlarmPassed? PassedOf(CapInfo? info, DateTimeOffset now) =>
        info is null ? null
        : info.ResponseTypes.Any(type => type.Known == CapResponseType.AllClear) ? AlarmPassed.AllClear
        : info.Urgency?.Known == CapUrgency.Past ? AlarmPassed.Past
        : info.Expires <= now ? AlarmPassed.Expired
        : null;

    private static int RankOf(CapInfo info) => Array.FindIndex(Languages, info.IsIn) is var at and >= 0 ? at : Languages.Length;
}
