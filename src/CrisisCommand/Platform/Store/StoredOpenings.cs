using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>The opening of a commitment as it stands in the database, and whether it opens it.</summary>
public sealed record FoundOpening(string Commitment, byte[] Salt, string Words, bool IsTrue);

/// <summary>
/// Reads the rows of the openings without trusting them: a row that is no opening at all is one that does not open its commitment, and no
/// reason for a page to fail.
/// </summary>
public sealed class StoredOpenings(NpgsqlDataSource source)
{
    private const string Query = $"""
        select id, data ->> 'salt', data ->> 'words' from {EventStore.Schema}.mt_doc_opening where tenant_id = $1 and id = any($2)
        """;

    public async Task<IReadOnlyList<FoundOpening>> Read(Realm realm, string[] commitments, CancellationToken token)
    {
        await using var command = source.CreateCommand(Query);
        command.Parameters.Add(new() { Value = realm.Name });
        command.Parameters.Add(new() { Value = commitments });
        await using var rows = await command.ExecuteReaderAsync(token);
        var found = new List<FoundOpening>();
        while (await rows.ReadAsync(token))
        {
            var (commitment, salt, words) = (rows.GetString(0), Bytes(Text(rows, 1)), Text(rows, 2));
            found.Add(new(commitment, salt, words, CommittedText.Stored(commitment).Opens(words, salt)));
        }

        return found;
    }

    private static string Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);

    private static byte[] Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : [];
    }
}
