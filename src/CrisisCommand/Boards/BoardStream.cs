using System.Globalization;
using CrisisCommand.Access;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>Sends one watcher the board as it goes on, in a form of their choice, for as long as they may see it.</summary>
public sealed class BoardStream(
    FollowedStreams streams,
    BoardFeeds feeds,
    WatchedRights rights,
    DatabaseSilence silence,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    /// <summary>
    /// How long what is sent may wait for a reader who does not read. The server's own limit counts bytes per second, and would give one
    /// large board minutes.
    /// </summary>
    private static readonly TimeSpan Unread = TimeSpan.FromSeconds(10);

    private static readonly byte[] Comment = ": \n\n"u8.ToArray();

    /// <summary>The newest at once unless the reader has it (<c>Last-Event-ID</c>), then every newer one.</summary>
    public async Task<IResult> Serve(HttpContext http, Guid crisisId, BoardForm form, CancellationToken token)
    {
        var reader = Reader.Of(http);
        using var right = rights.Begin(reader, crisisId);
        if (await streams.Load(reader.Realm, StreamKinds.Crisis, crisisId, token) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var lastSeen = LastSeen(http.Request, head.Version);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(token, lifetime.ApplicationStopping, right.Ended);
        using var watcher = feeds.Watch(reader, crisisId, form);
        try
        {
            await Send(http, watcher, right, lastSeen, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader left; or this node stops and the reader reconnects to another; or access ended, and who comes back is told why.
        }

        return TypedResults.Empty;
    }

    private async Task Send(HttpContext http, BoardWatcher watcher, WatchedRights.Right right, long lastSeen, CancellationToken token)
    {
        await Begin(http.Response, token);
        var toldStale = false;
        while (await watcher.Frames.WaitToReadAsync(token))
        {
            // By what this node knows, at every frame.
            if (!watcher.Frames.TryRead(out var frame) || !right.Holds())
            {
                continue;
            }

            var stale = silence.Since;
            var sending = Write(http.Response, [.. Said(watcher.Form, frame, lastSeen, stale, toldStale)], token);
            if (!await IsRead(sending, token))
            {
                // Whoever takes nothing holds what waits for them: they are shown out, and come back if they are there.
                http.Abort();
                return;
            }

            if (frame.Version > lastSeen)
            {
                lastSeen = frame.Version;
                Instruments.BoardSeconds.Record((clock.GetUtcNow() - frame.RecordedAt).TotalSeconds);
            }

            toldStale = stale is not null;
        }
    }

    /// <summary>What the watcher hears now: the board, if it is newer than theirs, and whether the database answers.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Said(
        BoardForm form,
        BoardFrame frame,
        long lastSeen,
        DateTimeOffset? stale,
        bool toldStale
    )
    {
        if (frame.Version > lastSeen)
        {
            yield return frame.After(lastSeen);
        }

        if (stale is { } since)
        {
            yield return BoardForm.Stale(since);
        }
        else if (toldStale)
        {
            yield return BoardForm.Live;
        }
        else if (frame == BoardFrame.Beat)
        {
            yield return form.Heartbeat;
        }
    }

    private static async Task Write(HttpResponse response, IReadOnlyList<ReadOnlyMemory<byte>> said, CancellationToken token)
    {
        foreach (var bytes in said)
        {
            await response.Body.WriteAsync(bytes, token);
        }

        await response.Body.FlushAsync(token);
    }

    private async Task<bool> IsRead(Task sending, CancellationToken token)
    {
        try
        {
            await sending.WaitAsync(Unread, clock, token);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task Begin(HttpResponse response, CancellationToken token)
    {
        response.ContentType = "text/event-stream";
        // Proxies must not gather what should be seen at once.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.Body.WriteAsync(Comment, token);
        await response.Body.FlushAsync(token);
    }

    /// <summary>
    /// The version that the reader had last; 0, and hence the whole board, where this board has never had that one. After a restore a wall
    /// knows more than the journal: a refusal would have it ask for ever, and show what never was.
    /// </summary>
    private static long LastSeen(HttpRequest request, long head) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version <= head
            ? version
            : 0;
}
