using System.Data.Common;
using Weasel.Core;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// What the role that nodes run as may do: read and add everywhere, change and delete where the product does, and nothing to events. It owns
/// nothing, and is a member of nobody who does. The owner's role is for <c>db-apply</c>, which writes these grants.
/// </summary>
internal sealed class RuntimeGrants(string role) : ISchemaObject
{
    private const string Schema = EventStore.Schema;

    /// <summary>Never changed once written: events, openings (added and erased), the answers to commands.</summary>
    private const string NeverUpdated = "'mt_events', 'mt_doc_opening', 'mt_doc_receipt'";

    private const string NeverDeleted = "'mt_events', 'mt_streams', 'mt_doc_receipt'";

    private readonly string _role = $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    private readonly string _literal = $"'{role.Replace("'", "''", StringComparison.Ordinal)}'";

    public DbObjectName Identifier { get; } = new PostgresqlObjectName(Schema, "runtime_grants", SchemaUtils.IdentifierUsage.General);

    /// <summary>By default too, since the message store's tables may be made after these.</summary>
    public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
        writer.WriteLine(
            $"""
            grant usage on schema {Schema} to {_role};
            alter default privileges in schema {Schema} grant select, insert, update, delete on tables to {_role};
            alter default privileges in schema {Schema} grant usage, select on sequences to {_role};
            grant select, insert, update, delete on all tables in schema {Schema} to {_role};
            grant usage, select on all sequences in schema {Schema} to {_role};
            revoke all on {Schema}.mt_events, {Schema}.mt_streams, {Schema}.mt_doc_opening, {Schema}.mt_doc_receipt from {_role};
            grant select, insert on {Schema}.mt_events, {Schema}.mt_doc_receipt to {_role};
            grant select, insert, update on {Schema}.mt_streams to {_role};
            grant select, insert, delete on {Schema}.mt_doc_opening to {_role};
            """
        );

    public void WriteDropStatement(Migrator rules, TextWriter writer) { }

    // The case keeps the planner from asking for a sequence's rights of what is none, in whatever order it evaluates.
    public void ConfigureQueryCommand(DbCommandBuilder builder) =>
        builder.Append(
            $"""
            select coalesce((
                select not (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)
                    and has_schema_privilege(r.oid, n.oid, 'USAGE') and not has_schema_privilege(r.oid, n.oid, 'CREATE')
                    and not pg_has_role(r.oid, n.nspowner, 'MEMBER')
                    and not exists (
                        select from pg_class c
                        where c.relnamespace = n.oid and c.relkind in ('r', 'p') and (
                            pg_has_role(r.oid, c.relowner, 'MEMBER')
                            or not has_table_privilege(r.oid, c.oid, 'SELECT') or not has_table_privilege(r.oid, c.oid, 'INSERT')
                            or has_table_privilege(r.oid, c.oid, 'TRUNCATE') or has_table_privilege(r.oid, c.oid, 'TRIGGER')
                            or has_any_column_privilege(r.oid, c.oid, 'UPDATE') = (c.relname in ({NeverUpdated}))
                            or has_table_privilege(r.oid, c.oid, 'DELETE') = (c.relname in ({NeverDeleted}))))
                    and not exists (
                        select from pg_class s
                        where s.relnamespace = n.oid
                            and case when s.relkind = 'S' then not has_sequence_privilege(r.oid, s.oid, 'USAGE') else false end)
                from pg_roles r, pg_namespace n
                where r.rolname = {_literal} and n.nspname = '{Schema}'), false);
            """
        );

    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
        new SchemaObjectDelta(
            this,
            await reader.ReadAsync(ct) && reader.GetBoolean(0) ? SchemaPatchDifference.None : SchemaPatchDifference.Update
        );

    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
