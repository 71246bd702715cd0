using Npgsql;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>What somebody holds who has a dump of the database and nothing else: every row of every table, as text.</summary>
internal static class Dump
{
    public static async Task<string> Of(Product product)
    {
        await using var source = NpgsqlDataSource.Create(product.ConnectionString);
        var tables = new List<string>();
        await using (
            var find = source.CreateCommand(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
            )
        )
        {
            await using var rows = await find.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                tables.Add(rows.GetString(0));
            }
        }

        var text = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            // Bytes twice: as pg_dump writes them, and as what they say.
            await using var read = source.CreateCommand($"select t::text from {table} t");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var row = rows.GetString(0);
                text.Append(row).Append('\n').Append(Spoken(row)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Spoken(string row) =>
        string.Concat(
            row.Split("\\x")
                .Skip(1)
                .Select(part => new string([.. part.TakeWhile(char.IsAsciiHexDigit)]))
                .Select(hex => System.Text.Encoding.Latin1.GetString(Convert.FromHexString(hex[..(hex.Length / 2 * 2)])) + "\n")
        );
}
