using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Manual;
using CrisisCommand.Platform;
using CrisisCommand.Reference;
using CrisisCommand.Timeline;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Kit;

/// <summary>Gathers what goes into a kit.</summary>
public sealed class KitReading(
    PlanArchive plans,
    PersonReading persons,
    DutyRosters rosters,
    Openings openings,
    Editions editions,
    ReferenceData reference,
    IOptions<KitOptions> options,
    TimeProvider clock
)
{
    /// <returns>Null where no such plan is adopted.</returns>
    public async Task<EmergencyKit?> Of(Reader reader, KitRequest request, CancellationToken token)
    {
        if (await plans.Find(reader.Realm, request.Plan, null, token).ConfigureAwait(false) is not { } plan)
        {
            return null;
        }

        var everybody = await persons.Everybody(reader.Realm, token).ConfigureAwait(false);
        var texts = plan.Texts.Concat(everybody.SelectMany(p => p.Texts)).ToList();
        var words = reader.Words(await openings.Read(reader, texts, token).ConfigureAwait(false));
        var duty = await rosters.All(reader.Realm, token).ConfigureAwait(false);
        return Put(reader.Realm, request, plan, new(everybody, words), duty, words);
    }

    private EmergencyKit Put(Realm realm, KitRequest request, KloPlan plan, CallList calls, IReadOnlyList<DutyRoster> duty, Words words)
    {
        var now = Clock.Now(clock);
        return new(
            NumberOf(now, words),
            now,
            realm.Name,
            realm.IsLive ? null : AfterActionBuilder.Exercise,
            plan.Name,
            plan.Version,
            plan.AdoptedAt,
            options.Value.MeetingPlace,
            [.. plan.Functions.Select(calls.Of)],
            [.. duty.Select(r => calls.Of(r, now))],
            [.. reference.Areas.Select(a => a.Name)],
            request.Sheets,
            ManualPrint.Whole(realm, editions.InForce, reference, words, now)
        );
    }

    /// <summary>The local second of the print, short enough to be written by hand: <c>261125-030715</c>.</summary>
    private static string NumberOf(DateTimeOffset now, Words words)
    {
        var local = words.Time(now);
        return $"{local[2..4]}{local[5..7]}{local[8..10]}-{local[11..13]}{local[14..16]}{local[17..19]}";
    }
}
