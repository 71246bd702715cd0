using CrisisCommand.Duty;
using CrisisCommand.Klo;
using CrisisCommand.Klo.Plans;
using CrisisCommand.Manual;
using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Timeline.Report;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Kit;

/// <summary>Gathers what goes into a kit.</summary>
/// <remarks>A binder holds something of everything, so this asks everybody once; it decides nothing.</remarks>
public sealed class KitReading(
    PlanArchive plans,
    PersonReading persons,
    DutyRosters rosters,
    Speaker speaker,
    ManualQuoting quoting,
    ReferenceData reference,
    IOptions<KitOptions> options,
    TimeProvider clock
)
{
    /// <returns>Null where no such plan is adopted.</returns>
    public async Task<EmergencyKit?> Of(Reader reader, KitRequest request, CancellationToken token)
    {
        if (await plans.Find(reader.Realm, request.Plan, null, token) is not { } plan)
        {
            return null;
        }

        var everybody = await persons.Everybody(reader.Realm, token);
        var duty = await rosters.All(reader.Realm, token);
        var now = Clock.Now(clock);
        return await speaker.Say(reader, words => Put(reader.Realm, request, plan, new(everybody, words), duty, now, words), token);
    }

    private EmergencyKit Put(
        Realm realm,
        KitRequest request,
        KloPlan plan,
        CallList calls,
        IReadOnlyList<DutyRoster> duty,
        DateTimeOffset now,
        Words words
    ) =>
        new(
            NumberOf(now, words),
            now,
            realm.Name,
            realm.IsLive ? null : AfterActionBuilder.Exercise,
            plan.Name,
            plan.Version,
            plan.AdoptedAt,
            options.Value.MeetingPlace,
            [.. plan.Functions.Select(calls.Of)],
            [.. duty.Select(r => calls.Of(r, now, reference.IsStaffed(r.Layer, now)))],
            [.. reference.Areas.Select(a => a.Name)],
            request.Sheets,
            ManualPrint.Whole(realm, quoting.InForce(plan), reference, words, now)
        );

    /// <summary>The local second of the print, short enough to be written by hand: <c>261125-030715</c>.</summary>
    private static string NumberOf(DateTimeOffset now, Words words)
    {
        var local = words.Time(now);
        return $"{local[2..4]}{local[5..7]}{local[8..10]}-{local[11..13]}{local[14..16]}{local[17..19]}";
    }
}
