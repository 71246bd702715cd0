using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.People;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Timeline.Report;

/// <summary>Gathers what the report of a crisis is made of, for one reader.</summary>
public sealed class AfterActionReading(
    CrisisReading crises,
    Journals journals,
    Speaker speaker,
    EventCatalogue catalogue,
    IDocumentStore store
)
{
    /// <summary>The report and the words it is in; null where there is no such crisis.</summary>
    public async Task<(AfterAction Report, Words Words)?> Report(Reader reader, Guid crisis, CancellationToken token)
    {
        var facts = await crises.All(reader.Realm, crisis, token);
        if (facts.Count == 0)
        {
            return null;
        }

        var (incidents, alarms) = await Incidents(reader.Realm, facts, token);
        var kept = await Kept(reader.Realm, alarms, token);
        (AfterAction, Words) Worded(Words words)
        {
            var report = new AfterActionBuilder(catalogue, words).Build(reader.Realm, crisis, facts, incidents);
            return (report with { Attachments = new AttachmentsBuilder(words, reader).Build(kept) }, words);
        }

        return await speaker.Say(reader, Worded, token);
    }

    private async Task<(Dictionary<Guid, Incident> Known, List<AlarmOnRecord> Alarms)> Incidents(
        Realm realm,
        IReadOnlyList<Fact> facts,
        CancellationToken token
    )
    {
        var (known, alarms) = (new Dictionary<Guid, Incident>(), new List<AlarmOnRecord>());
        foreach (var id in Fold.Of<LearningHistory>(facts).Incidents.Select(i => i.IncidentId))
        {
            if (await journals.Load(realm, StreamKinds.Incident, id, token) is { } incident)
            {
                known[id] = incident.State<Incident>();
                alarms.AddRange(AlarmOnRecord.Of(id, await journals.Facts(realm, id, 1, null, token)));
            }
        }

        return (known, alarms);
    }

    /// <summary>With the messages as received, but for their bytes, which may be large.</summary>
    private async Task<IReadOnlyList<ReceivedAlarm>> Kept(Realm realm, IReadOnlyList<AlarmOnRecord> alarms, CancellationToken token)
    {
        var raw = new Dictionary<Guid, Guid>();
        foreach (var id in alarms.Select(a => a.Alarm.AlarmId).Distinct())
        {
            var filed = await journals.Load(realm, StreamKinds.Alarm, id, token);
            if (filed?.State<FiledAlarm>().Own?.Raw is { } message)
            {
                raw[id] = message;
            }
        }

        var wanted = raw.Values.Distinct().ToArray();
        await using var session = store.QuerySession(realm.Name);
        var messages = await session
            .Query<RawAlarm>()
            .Where(r => wanted.Contains(r.Id))
            .Select(r => new KeptMessage(r.Id, r.MediaType, r.ReceivedAt))
            .ToListAsync(token);
        var kept = messages.ToDictionary(m => m.Id);
        return [.. alarms.Select(a => new ReceivedAlarm(a, kept.GetValueOrDefault(raw.GetValueOrDefault(a.Alarm.AlarmId))))];
    }
}
