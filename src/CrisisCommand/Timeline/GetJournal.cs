using System.Buffers.Text;
using System.Text.Json;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Timeline;

/// <summary>What a commitment was made of: whoever has it recomputes <c>HMAC-SHA256(salt, "CrisisCommand/text/v1\0" + words)</c>.</summary>
/// <param name="Commitment">base64url, as it stands in the event.</param>
/// <param name="Salt">base64url.</param>
/// <param name="Altered">True where they are not what the commitment was made of: they were changed in the database.</param>
public sealed record CommitmentOpened(string Commitment, string Salt, string Words, bool? Altered = null);

/// <summary>One event of the journal as stored, for auditors and export.</summary>
/// <param name="Sequence">Its place among all events of the database.</param>
/// <param name="Data">The stored JSON: a text is its commitment, <c>{"c": …}</c>.</param>
/// <param name="Openings">The words of its texts; one that is erased or missing has none.</param>
public sealed record JournalRecord(
    Guid EventId,
    long Version,
    long Sequence,
    string Type,
    DateTimeOffset RecordedAt,
    DateTimeOffset OccurredAt,
    string? By,
    string? Function,
    Capacity? Capacity,
    string? CommandId,
    string? CorrelationId,
    string? CausationId,
    string? Traceparent,
    string Realm,
    JsonElement Data,
    IReadOnlyList<CommitmentOpened> Openings
)
{
    /// <param name="mark">The same event as folded: when it happened in the world.</param>
    public static JournalRecord Of(
        Realm realm,
        StoredEvent stored,
        JsonElement data,
        Mark mark,
        IReadOnlyDictionary<string, FoundOpening> opened
    ) =>
        new(
            stored.EventId,
            stored.Version,
            stored.Sequence,
            stored.Type,
            stored.RecordedAt,
            mark.OccurredAt,
            stored.By,
            stored.Header(StoredFacts.Function),
            StoredFacts.CapacityOf(stored.Header),
            stored.Header(StoredFacts.Command),
            stored.CorrelationId,
            stored.CausationId,
            stored.Header(StoredFacts.TraceParent),
            realm.Name,
            data,
            [
                .. Commitments(data)
                    .Distinct()
                    .Where(opened.ContainsKey)
                    .Select(c => opened[c])
                    .Select(o => new CommitmentOpened(o.Commitment, Base64Url.EncodeToString(o.Salt), o.Words, o.IsTrue ? null : true)),
            ]
        );

    /// <summary>Every commitment in the stored JSON, found by its form, so that events that this build does not know are served too.</summary>
    public static IEnumerable<string> Commitments(JsonElement data) =>
        data.ValueKind switch
        {
            JsonValueKind.Object when data.EnumerateObject().Count() == 1 && data.TryGetProperty("c", out var text) => Text(text),
            JsonValueKind.Object => data.EnumerateObject().SelectMany(member => Commitments(member.Value)),
            JsonValueKind.Array => data.EnumerateArray().SelectMany(Commitments),
            _ => [],
        };

    private static IEnumerable<string> Text(JsonElement text) => text.ValueKind == JsonValueKind.String ? [text.GetString()!] : [];
}

public static class GetJournalEndpoint
{
    /// <summary>The raw events with all metadata, in the order of the journal, page by page.</summary>
    public static void MapGetJournal(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/journal", Get)
            .Read<IReadOnlyList<JournalRecord>>("GetJournal", "Timeline", TimelineCapabilities.ReadJournal);

    private static async Task<IResult> Get(
        Guid crisisId,
        HttpContext http,
        CrisisReading reader,
        StoredEvents stored,
        Openings openings,
        EventCatalogue catalogue,
        CancellationToken token
    )
    {
        var (query, refusal) = TimelineParameters.Read(http.Request.Query, catalogue);
        if (query is null)
        {
            return Answers.Problem(refusal!);
        }

        var realm = CommandBinding.RealmOf(http);
        if (await reader.Load(realm, crisisId, token) is not { } crisis)
        {
            return Answers.Problem(Problems.NotFound);
        }

        // In the order of the journal, whatever else the query says.
        var page = TimelinePage.Of(crisis.State<TimelineIndex>(), query with { Order = TimelineOrder.Recorded });
        TimelineParameters.LinkNext(http, page.Next);
        return TypedResults.Ok(await Records(Reader.Of(http), crisisId, page, stored, openings, token));
    }

    private static async Task<List<JournalRecord>> Records(
        Reader reader,
        Guid crisis,
        TimelinePage page,
        StoredEvents stored,
        Openings openings,
        CancellationToken token
    )
    {
        var marks = page.Marks.ToDictionary(m => m.Version);
        var events = await stored.Read(reader.Realm, crisis, [.. marks.Keys], token);
        var data = events.ToDictionary(e => e.Version, e => JsonSerializer.Deserialize(e.Data, TimelineJson.Default.JsonElement));
        var commitments = data.Values.SelectMany(JournalRecord.Commitments).ToList();
        var opened = (await openings.Open(reader, commitments, token)).ToDictionary(o => o.Commitment);
        return [.. events.Select(e => JournalRecord.Of(reader.Realm, e, data[e.Version], marks[e.Version], opened))];
    }
}
