using CrisisCommand.Alarms;
using CrisisCommand.Incidents;
using CrisisCommand.Platform;
using Marten;

namespace CrisisCommand.Timeline;

/// <summary>Gathers what the report of a crisis is made of, for one reader.</summary>
public sealed class AfterActionReader(CrisisReader crises, Journals journals, EventCatalogue catalogue, IDocumentStore store)
{
    /// <summary>The report and the words it is in; null where there is no such crisis.</summary>
    public async Task<(AfterAction Report, Words Words)?> Report(Reader reader, Guid crisis, CancellationToken token)
    {
        var facts = await crises.All(reader.Realm, crisis, token).ConfigureAwait(false);
        if (facts.Count == 0)
        {
            return null;
        }

        var (incidents, alarms) = await Incidents(reader.Realm, facts, token).ConfigureAwait(false);
        var texts = incidents.Values.SelectMany(i => new[] { i.Headline, i.Place }).OfType<CommittedText>();
        var (words, nameOf) = await crises.Speak(reader, facts, texts, token).ConfigureAwait(false);
        var report = new AfterActionBuilder(catalogue, words, nameOf).Build(reader.Realm, crisis, facts, incidents);
        var kept = await Kept(reader.Realm, alarms, token).ConfigureAwait(false);
        return (report with { Attachments = new AttachmentsBuilder(words, reader).Build(kept) }, words);
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
            if (await journals.Load(realm, StreamKinds.Incident, id, token).ConfigureAwait(false) is { } incident)
            {
                known[id] = incident.State<Incident>();
                alarms.AddRange(AlarmOnRecord.Of(id, await journals.Facts(realm, id, 1, null, token).ConfigureAwait(false)));
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
            var filed = await journals.Load(realm, StreamKinds.Alarm, id, token).ConfigureAwait(false);
            if (filed?.State<FiledAlarm>().Raw is { } message)
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
            .ToListAsync(token)
            .ConfigureAwait(false);
        var kept = messages.ToDictionary(m => m.Id);
        return [.. alarms.Select(a => new ReceivedAlarm(a, kept.GetValueOrDefault(raw.GetValueOrDefault(a.Alarm.AlarmId))))];
    }
}
