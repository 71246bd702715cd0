using System.Diagnostics;
using CrisisCommand.Platform.Telemetry;
using JasperFx;
using Marten;
using Marten.Exceptions;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>One try to commit: what came of it, told to whoever watches over writing as well.</summary>
public sealed class CommitAttempt(WriteWatch writes)
{
    /// <summary>
    /// Npgsql does not let go of a transaction's first statement when told to. So the caller is let go, and the attempt ends by itself: what
    /// became of it, the receipt tells whoever asks again.
    /// </summary>
    public Task<CommitResult?> Save(IDocumentSession session, CancellationToken token) => Attempt(session, token).WaitAsync(token);

    private async Task<CommitResult?> Attempt(IDocumentSession session, CancellationToken token)
    {
        await using var disposed = session;
        var started = Stopwatch.GetTimestamp();
        try
        {
            await session.SaveChangesAsync(token);
            writes.Succeeded();
            Instruments.AppendSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            return null;
        }
        catch (DocumentAlreadyExistsException taken) when (taken.DocType == typeof(Receipt))
        {
            return new CommitResult.AlreadyDone();
        }
        catch (ConcurrencyException)
        {
            return new CommitResult.StreamMoved();
        }
        catch (MartenCommandException lost) when (lost.InnerException is PostgresException fault && LostRaces.IsOne(fault))
        {
            return new CommitResult.StreamMoved();
        }
        catch (Exception fault) when (Noted(fault))
        {
            throw;
        }
    }

    /// <summary>Never catches: it only tells whoever watches over writing.</summary>
    private bool Noted(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException said)
            {
                writes.Failed(said);
            }
        }

        return false;
    }
}
