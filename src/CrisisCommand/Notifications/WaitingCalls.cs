using CrisisCommand.Platform.Texts;
using Marten;

namespace CrisisCommand.Notifications;

/// <summary>Whom a person has to call, since no channel is left: the most pressing first, and how many there are in all.</summary>
public sealed class WaitingCalls(IDocumentStore store, NoticeReading reading)
{
    /// <summary>
    /// Who is summoned or alerted, then the rest; of those, who was called least, so that nobody who never answers stands before the others;
    /// then the oldest.
    /// </summary>
    private const string Pressing =
        "case when d.data -> 'notice' ->> 'purpose' in ('summons', 'call', 'alert', 'alert-summary', 'vacancy') then 0 else 1 end, "
        + "jsonb_array_length(coalesce(d.data -> 'notice' -> 'calls', '[]'::jsonb)), d.composed_at, d.id";

    public async Task<(IReadOnlyList<NoticeShown> First, int All)> Of(Reader reader, int most, CancellationToken token)
    {
        await using var session = store.QuerySession(reader.Realm.Name);
        var found = await session.Query<NoticeView>().Where(v => v.Waiting).OrderBySql(Pressing).Take(most).ToListAsync(token);
        var all = found.Count < most ? found.Count : await session.Query<NoticeView>().Where(v => v.Waiting).CountAsync(token);
        return (await reading.Show(reader, [.. found.Select(v => (v.Id, v.Notice))], token), all);
    }
}
