using System.Net;
using System.Text.Json.Nodes;
using Npgsql;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>Holds the clients' ledger against what the database has: every fault in words, so that an empty list is what a test wants.</summary>
internal sealed class LedgerCheck(Ledger ledger, string connectionString)
{
    // Tombstones are Marten's, in streams of their own: they stand for the sequence numbers of appends that failed.
    private const string Events = """
        select e.stream_id, e.version, s.version, e.id, e.type, e.data, e.headers ->> 'commandId', e.tenant_id
        from crisis.mt_events e join crisis.mt_streams s on s.id = e.stream_id and s.tenant_id = e.tenant_id
        where e.type <> 'tombstone'
        order by e.tenant_id, e.stream_id, e.version
        """;

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private readonly List<string> _faults = [];

    public async Task<IReadOnlyList<string>> Faults()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var openings = await Read(source, "select id, data from crisis.mt_doc_opening", r => (Id: r.GetString(0), Data: Json(r, 1)));
        var receipts = await Read(source, "select id, data from crisis.mt_doc_receipt", r => (Id: r.GetString(0), Data: Json(r, 1)));
        var words = openings.ToDictionary(o => o.Id, o => Text(o.Data, "words"));
        var events = await Read(
            source,
            Events,
            r => new Stored(
                r.GetString(7),
                r.GetGuid(0),
                r.GetInt64(1),
                r.GetInt64(2),
                r.GetGuid(3),
                r.GetString(4),
                Json(r, 5),
                r.IsDBNull(6) ? "" : r.GetString(6)
            )
        );

        Streams(events);
        Commitments(events, words);
        var decisions = events.Where(e => e.Type == "decision_taken").ToList();
        Numbers(decisions);
        Decisions(decisions.ToLookup(d => words.GetValueOrDefault(Text(d.Data["decision"], "c"), "")));
        Receipts(receipts.ToDictionary(r => r.Id, r => Text(r.Data, "commandId")), decisions);
        return _faults;
    }

    private void Streams(IEnumerable<Stored> events)
    {
        foreach (var stream in events.GroupBy(e => (e.Realm, e.Stream)))
        {
            var versions = stream.Select(e => e.Version).ToList();
            Must(
                versions.SequenceEqual(Enumerable.Range(1, versions.Count).Select(n => (long)n)) && stream.First().Head == versions.Count,
                $"stream {stream.Key} has versions {string.Join(',', versions.Take(50))}… and head {stream.First().Head}"
            );
        }
    }

    private void Commitments(IEnumerable<Stored> events, Dictionary<string, string> words)
    {
        foreach (var (stored, commitment) in events.SelectMany(e => CommitmentsIn(e.Data).Select(c => (e, c))))
        {
            Must(words.ContainsKey(commitment), $"event {stored.Id} ({stored.Type}) holds {commitment}, which nothing opens");
        }
    }

    private void Numbers(IEnumerable<Stored> decisions)
    {
        foreach (var crisis in decisions.GroupBy(d => d.Stream))
        {
            var numbers = crisis.Select(d => d.Data["number"]!.GetValue<int>()).ToList();
            Must(
                numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)),
                $"crisis {crisis.Key} has decisions {string.Join(',', numbers)}"
            );
        }
    }

    private void Decisions(ILookup<string, Stored> byWords)
    {
        var known = ledger.Entries.Select(e => e.Text).ToHashSet();
        foreach (var unexplained in byWords.Where(d => !known.Contains(d.Key)).SelectMany(d => d))
        {
            _faults.Add($"decision {unexplained.Id} is in no ledger");
        }

        foreach (var entry in ledger.Entries)
        {
            var stored = byWords[entry.Text].ToList();
            var answered = !entry.Answers.IsEmpty;
            Must(stored.Count == 1 || (stored.Count == 0 && !answered), $"key {entry.Key} is {stored.Count} decisions");
            Must(
                entry.Answers.Select(a => (a.Status, a.Text, a.Location, a.ETag)).Distinct().Count() <= 1,
                $"key {entry.Key} had several answers"
            );
            if (answered && stored.Count > 0)
            {
                Answer(entry, entry.Answers.First(), stored[0]);
            }
        }
    }

    private void Answer(Entry entry, Reply answer, Stored stored) =>
        Must(
            answer.Status == HttpStatusCode.Created
                && answer.Json["number"]!.GetValue<int>() == stored.Data["number"]!.GetValue<int>()
                && answer.Json["eventId"]!.GetValue<Guid>() == stored.Id
                && answer.ETag == $"\"{stored.Version}\""
                && entry.Crisis.EndsWith(stored.Stream.ToString(), StringComparison.Ordinal),
            $"key {entry.Key} was answered {(int)answer.Status} {answer.Text}, and is event {stored.Id} at {stored.Version}"
        );

    private void Receipts(Dictionary<string, string> commandOf, IEnumerable<Stored> decisions)
    {
        var byCommand = decisions.ToLookup(d => d.Command);
        foreach (var entry in ledger.Entries.Where(e => !e.Answers.IsEmpty))
        {
            Must(
                commandOf.TryGetValue($"vd:{entry.Key}", out var command) && byCommand[command].Count() == 1,
                $"the receipt of key {entry.Key} names no single decision"
            );
        }

        var receipted = commandOf.Values.ToHashSet();
        foreach (var without in decisions.Where(d => !receipted.Contains(d.Command)))
        {
            _faults.Add($"decision {without.Id} has no receipt");
        }
    }

    private void Must(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            _faults.Add(otherwise);
        }
    }

    private static IEnumerable<string> CommitmentsIn(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 1 } text when text["c"] is JsonValue commitment => [commitment.GetValue<string>()],
            JsonObject fields => fields.SelectMany(f => CommitmentsIn(f.Value)),
            JsonArray items => items.SelectMany(CommitmentsIn),
            _ => [],
        };

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";

    private static JsonNode Json(NpgsqlDataReader row, int column) => JsonNode.Parse(row.GetString(column), AnyCase)!;

    private static async Task<List<T>> Read<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> of)
    {
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<T>();
        while (await rows.ReadAsync())
        {
            read.Add(of(rows));
        }

        return read;
    }

    private sealed record Stored(string Realm, Guid Stream, long Version, long Head, Guid Id, string Type, JsonNode Data, string Command);
}
