using CrisisCommand.People;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using Marten;
using Marten.Linq.MatchesSql;

namespace CrisisCommand.Incidents;

/// <summary>Which incidents are asked for; what is not named is not asked about.</summary>
/// <param name="Actionable">Only what somebody is to act on, unless false: then only what is logged.</param>
public readonly record struct IncidentFilter(bool? Open, IncidentKind? Kind, AreaKey? Area, bool? Actionable);

/// <summary>The incidents of a realm as they are listed.</summary>
public sealed class IncidentList(IDocumentStore store, Speaker speaker)
{
    /// <summary>The latest reported first; a reader who sees only their own, their own.</summary>
    /// <param name="after">Those that follow this one in the list.</param>
    public async Task<IReadOnlyList<IncidentView>> Find(
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
        asked = filter.Area?.Value is { } area ? asked.Where(v => v.Area == area || v.Areas!.Contains(area)) : asked;
        asked = reader.OwnOnly ? asked.Where(v => v.RaisedBy.Contains(reader.Person.Value)) : asked;
        // By pair: the alarms of one document are all reported at the same instant.
        asked = after is { } cursor
            ? asked.Where(v => v.MatchesSql("(d.reported_at, d.id) < (?, ?)", cursor.ReportedAt, cursor.Id))
            : asked;
        return await asked.OrderByDescending(v => v.ReportedAt).ThenByDescending(v => v.Id).Take(most).ToListAsync(token);
    }

    /// <summary>The open ones whose alarms, or the events that they are about, go by one of these names, whoever sent them.</summary>
    public async Task<IReadOnlyList<Guid>> Named(Realm realm, Guid[] names, CancellationToken token)
    {
        if (names.Length == 0)
        {
            return [];
        }

        await using var session = store.QuerySession(realm.Name);
        return await session
            .Query<IncidentView>()
            .Where(v => v.Open && v.MatchesSql("jsonb_exists_any(d.data -> 'names', ?)", (object)names.Select(n => n.ToString()).ToArray()))
            .Select(v => v.Id)
            .ToListAsync(token);
    }

    /// <summary>Those of these that the reader may see, in the reader's words.</summary>
    public async Task<IReadOnlyList<IncidentShown>> Show(Reader reader, IReadOnlyList<Guid> ids, CancellationToken token)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await using var session = store.QuerySession(reader.Realm.Name);
        var found = await session.Query<IncidentView>().Where(v => v.Id.IsOneOf(ids.ToArray())).ToListAsync(token);
        return await Show(reader, [.. found.Where(v => v.Incident.IsFor(reader))], token);
    }

    /// <summary>In the reader's words.</summary>
    public Task<IReadOnlyList<IncidentShown>> Show(Reader reader, IReadOnlyList<IncidentView> found, CancellationToken token) =>
        speaker.Say<IReadOnlyList<IncidentShown>>(
            reader,
            words => [.. found.Select(v => IncidentShown.For(reader, v.Id, v.Incident, words))],
            token
        );
}
