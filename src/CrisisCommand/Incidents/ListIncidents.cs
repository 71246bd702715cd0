using System.Globalization;
using CrisisCommand.Platform;
using Marten;
using Marten.Linq.MatchesSql;

namespace CrisisCommand.Incidents;

/// <summary>Which incidents are asked for; what is not named is not asked about.</summary>
/// <param name="Actionable">Only what somebody is to act on, unless false: then only what is logged.</param>
public readonly record struct IncidentFilter(bool? Open, IncidentKind? Kind, AreaKey? Area, bool? Actionable);

public static class ListIncidentsEndpoint
{
    /// <summary>Incidents, the latest reported first.</summary>
    public static void MapListIncidents(this IEndpointRouteBuilder api) =>
        api.MapGet("/incidents", Get).Read<IReadOnlyList<IncidentShown>>("ListIncidents", "Incidents", Capability.ReadIncidents);

    private static async Task<IResult> Get(
        HttpContext http,
        [AsParameters] IncidentFilter filter,
        Page page,
        IDocumentStore store,
        Openings openings,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        var found = await Find(store, reader, filter, Cursor(page.After), page.Limit + 1, token).ConfigureAwait(false);
        var shown = page.Cut(http, found, CursorOf);
        var texts = shown.SelectMany(v => IncidentShown.TextsFor(reader, v.Incident)).ToList();
        var words = reader.Words(await openings.Read(reader, texts, token).ConfigureAwait(false));
        return TypedResults.Ok<IReadOnlyList<IncidentShown>>([.. shown.Select(v => IncidentShown.For(reader, v.Id, v.Incident, words))]);
    }

    private static async Task<IReadOnlyList<IncidentView>> Find(
        IDocumentStore store,
        Reader reader,
        IncidentFilter filter,
        (DateTimeOffset ReportedAt, Guid Id)? after,
        int most,
        CancellationToken token
    )
    {
        await using var session = store.QuerySession(reader.Realm.Name);
        var actionable = filter.Actionable ?? true;
        var asked = session.Query<IncidentView>().Where(v => v.Actionable == actionable);
        asked = filter.Open is { } open ? asked.Where(v => v.Open == open) : asked;
        asked = filter.Kind?.Value is { } kind ? asked.Where(v => v.Kind == kind) : asked;
        asked = filter.Area?.Value is { } area ? asked.Where(v => v.Area == area) : asked;
        asked = reader.OwnOnly ? asked.Where(v => v.RaisedBy.Contains(reader.Person.Value)) : asked;
        // By pair: the alarms of one document are all reported at the same instant.
        asked = after is { } cursor
            ? asked.Where(v => v.MatchesSql("(d.reported_at, d.id) < (?, ?)", cursor.ReportedAt, cursor.Id))
            : asked;
        return await asked
            .OrderByDescending(v => v.ReportedAt)
            .ThenByDescending(v => v.Id)
            .Take(most)
            .ToListAsync(token)
            .ConfigureAwait(false);
    }

    private static string CursorOf(IncidentView last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.ReportedAt.UtcTicks}-{last.Id:N}");

    private static (DateTimeOffset, Guid)? Cursor(string? after) =>
        after is null ? null
        : after.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
        : throw new InvalidInput(IncidentRefusals.CursorInvalid);
}
