using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Marten;
using Npgsql;

namespace CrisisCommand.Notifications;

/// <summary>Carries what is decided about one person's alerts of one sender, with what else the decision looks at.</summary>
public sealed class GatheringCarrier(Journals journals, OwnWork work, IDocumentStore store, NpgsqlDataSource source, TimeProvider clock)
{
    private const string Settled = $"""
        select count(*) from unnest($2, $3) as held(alert, version)
        where exists (
            select 1 from {EventStore.Schema}.mt_events e
            where e.tenant_id = $1 and e.stream_id = held.alert and e.version > held.version
                and e.type in ('alert_acknowledged', 'alert_ended'))
        """;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public delegate Outcome Decision(AlertGathering gathering, MessageLoad load, int settled, DateTimeOffset now);

    /// <param name="open">The alerts of which it is asked whether somebody has taken them; null: none.</param>
    public async Task Carry(
        Realm realm,
        PersonId sender,
        PersonId person,
        Decision decide,
        Func<AlertGathering, ImmutableArray<PersonsAlert>>? open,
        CancellationToken token
    )
    {
        var id = AlertGathering.StreamOf(sender, person);
        var load = await Load(realm, person, Clock.Now(clock), token);
        var settled = 0;
        if (open is not null)
        {
            var known = await journals.Known(realm, StreamKinds.Gathering, id, refresh: true, token);
            settled = await SettledOf(realm, open(known.State<AlertGathering>()), token);
        }

        await work.Do(
            realm,
            id.ToString(),
            new Target(StreamKinds.Gathering, id, MayBeNew: true),
            (s, now) => decide(s.State<AlertGathering>(), load, settled, now),
            token
        );
    }

    private async Task<MessageLoad> Load(Realm realm, PersonId person, DateTimeOffset now, CancellationToken token)
    {
        var since = now - Hour;
        await using var session = store.QuerySession(realm.Name);
        var told = await session.Query<NoticeView>().Where(v => v.ComposedAt > since && v.OfAlarms).Select(v => v.To).ToListAsync(token);
        return new(told.Count(to => to == person.Value), told.Count);
    }

    private async Task<int> SettledOf(Realm realm, ImmutableArray<PersonsAlert> alerts, CancellationToken token)
    {
        if (alerts.IsEmpty)
        {
            return 0;
        }

        await using var command = source.CreateCommand(Settled);
        command.Parameters.Add(new() { Value = realm.Name });
        command.Parameters.Add(new() { Value = alerts.Select(a => Alerts.Alert.StreamOf(a.Incident)).ToArray() });
        command.Parameters.Add(new() { Value = alerts.Select(a => a.Version).ToArray() });
        return (int)(long)(await command.ExecuteScalarAsync(token))!;
    }
}
