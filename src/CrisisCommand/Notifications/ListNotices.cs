using System.Globalization;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Web;
using CrisisCommand.Sending;
using Marten;
using Marten.Linq.MatchesSql;

namespace CrisisCommand.Notifications;

public static class ListNoticesEndpoint
{
    /// <summary>Notices, the oldest first. <c>waiting=true</c> is the operator's screen: whom a person has to call, and what to say.</summary>
    public static void MapListNotices(this IEndpointRouteBuilder api) =>
        api.MapGet("/notices", Get).Read<IReadOnlyList<NoticeShown>>("ListNotices", "Notifications", SendingCapabilities.ReadNotices);

    private static async Task<IResult> Get(
        HttpContext http,
        Page page,
        bool? waiting,
        Guid? crisisId,
        IDocumentStore store,
        NoticeReading reading,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        await using var session = store.QuerySession(reader.Realm.Name);
        IQueryable<NoticeView> asked = session.Query<NoticeView>();
        asked = waiting is { } wanted ? asked.Where(v => v.Waiting == wanted) : asked;
        asked = crisisId is { } crisis ? asked.Where(v => v.CrisisId == crisis) : asked;
        // By pair: the summonses of one crisis may be composed at the same instant.
        asked = Cursor(page.After) is { } after
            ? asked.Where(v => v.MatchesSql("(d.composed_at, d.id) > (?, ?)", after.ComposedAt, after.Id))
            : asked;
        var found = await asked.OrderBy(v => v.ComposedAt).ThenBy(v => v.Id).Take(page.Limit + 1).ToListAsync(token);
        var cut = page.Cut(http, found, CursorOf).Select(v => (v.Id, v.Notice)).ToList();
        return TypedResults.Ok(await reading.Show(reader, cut, token));
    }

    private static string CursorOf(NoticeView last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.ComposedAt.UtcTicks}-{last.Id:N}");

    private static (DateTimeOffset ComposedAt, Guid Id)? Cursor(string? after) =>
        after is null ? null
        : after.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
        : throw new InvalidInput(NotificationRefusals.CursorInvalid);
}
