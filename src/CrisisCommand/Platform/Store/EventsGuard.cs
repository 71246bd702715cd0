using System.Data.Common;
using Weasel.Core;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// The trigger that refuses to change, delete or truncate events, for everybody: the owner and a superuser too, by cascade too, and while
/// replaying a replica. Whoever must do it all the same drops the trigger first, which <c>db-assert</c> tells.
/// </summary>
internal sealed class EventsGuard : ISchemaObject
{
    private const string Name = "events_are_for_ever";
    private const string Table = $"{EventStore.Schema}.mt_events";

    private const string Body =
        "begin raise exception 'Events are for ever, and % on % is refused.', tg_op, tg_table_name using errcode = '42501'; end";

    /// <summary>pg_trigger.tgtype: before, delete, update, truncate, and no row.</summary>
    private const int Type = 2 + 8 + 16 + 32;

    public DbObjectName Identifier { get; } = new PostgresqlObjectName(EventStore.Schema, Name, SchemaUtils.IdentifierUsage.General);

    public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
        writer.WriteLine(
            $"""
            create or replace function {EventStore.Schema}.{Name}() returns trigger language plpgsql as $guard${Body}$guard$;
            drop trigger if exists {Name} on {Table};
            create trigger {Name} before update or delete or truncate on {Table}
                for each statement execute function {EventStore.Schema}.{Name}();
            alter table {Table} enable always trigger {Name};
            """
        );

    public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop trigger if exists {Name} on {Table};");

    public void ConfigureQueryCommand(DbCommandBuilder builder) =>
        builder.Append(
            $"""
            select exists (
                select from pg_trigger t
                join pg_class c on c.oid = t.tgrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_proc p on p.oid = t.tgfoid
                where n.nspname = '{EventStore.Schema}' and c.relname = 'mt_events' and t.tgname = '{Name}'
                    and t.tgenabled = 'A' and t.tgtype = {Type} and t.tgqual is null and p.prosrc = $guard${Body}$guard$);
            """
        );

    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
        new SchemaObjectDelta(
            this,
            await reader.ReadAsync(ct) && reader.GetBoolean(0) ? SchemaPatchDifference.None : SchemaPatchDifference.Update
        );

    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
