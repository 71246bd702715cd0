using CrisisCommand.Platform.Vocabulary;
using Marten;

namespace CrisisCommand.Notifications.Telling;

/// <summary>How much a person was told lately of what they may do without. Crises and alarms count for themselves, so that neither hides the other.</summary>
public sealed class TellingLoad(IDocumentStore store)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task<int> Of(Realm realm, NoticeComposed composed, DateTimeOffset now, CancellationToken token)
    {
        var (since, to) = (now - Hour, composed.Person.Value);
        await using var session = store.QuerySession(realm.Name);
        var told = session.Query<NoticeView>().Where(v => v.ComposedAt > since && v.IsCounted && v.To == to);
        told = composed.CrisisId is null ? told.Where(v => v.CrisisId == null) : told.Where(v => v.CrisisId != null);
        return await told.CountAsync(token);
    }
}
