using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>How it shows in an exception that the database is away, or does not get on.</summary>
public static class StandingDatabase
{
    // 08: connection; 53: out of resources; 57P: shutting down or starting; 25006: a replica that is no primary yet;
    // 25P03, 55P03, 57014: our limits on a transaction that stands still, a wait for a lock, and a statement.
    public static bool IsIn(Exception exception) =>
        Chain(exception)
            .Any(e =>
                e is PostgresException { SqlState: var state }
                    ? state.StartsWith("08", StringComparison.Ordinal)
                        || state.StartsWith("53", StringComparison.Ordinal)
                        || state.StartsWith("57P", StringComparison.Ordinal)
                        || state is "25006" or "25P03" or "55P03" or "57014"
                    : e is NpgsqlException or TimeoutException
            );

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
