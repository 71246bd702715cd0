using CrisisCommand.Platform.Vocabulary;
using Marten;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>How it shows in the database that another commit came first.</summary>
internal static class LostRaces
{
    /// <summary>
    /// Writes nothing while the stream is where it was, and otherwise breaks its primary key, which is how a lost race on a stream shows
    /// anyway: what a decision rests on is so held to its version in the commit itself, without a round trip or a lock.
    /// </summary>
    private const string CollideIfMoved = $"""
        insert into {EventStore.Schema}.mt_streams (tenant_id, id, version)
        select tenant_id, id, version from {EventStore.Schema}.mt_streams where tenant_id = ? and id = ? and version <> ?
        """;

    public static void LoseIfMoved(IDocumentSession session, Realm realm, StreamSnapshot ground) =>
        session.QueueSqlCommand(CollideIfMoved, realm.Name, ground.Id, ground.Version);

    /// <summary>
    /// Two ways to lose that Marten does not name: another node began the same stream at the same moment, or a transaction over the same
    /// streams in another order was let through and this one undone.
    /// </summary>
    public static bool IsOne(PostgresException fault) =>
        fault.SqlState == PostgresErrorCodes.DeadlockDetected
        || (fault.SqlState == PostgresErrorCodes.UniqueViolation && fault.TableName == "mt_streams");
}
