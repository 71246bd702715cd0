using System.Globalization;
using CrisisCommand.Access;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

/// <summary>Sends one watcher the board as it goes on, in a form of their choice, for as long as they may see it.</summary>
public sealed class BoardStream(
    Journals journals,
    BoardFeeds feeds,
    AccessGuard guard,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);
    private static readonly byte[] Comment = ": \n\n"u8.ToArray();

    /// <summary>The newest at once unless the reader has it (<c>Last-Event-ID</c>), then every newer one.</summary>
    public async Task<IResult> Serve(HttpContext http, Guid crisisId, BoardForm form, CancellationToken token)
    {
        var realm = CommandBinding.RealmOf(http);
        if (await journals.Load(realm, StreamKinds.Crisis, crisisId, token).ConfigureAwait(false) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        if (!TryLastSeen(http.Request, head.Version, out var lastSeen))
        {
            return Answers.Problem(BoardRefusals.UnknownEventId.With($"{head.Version}"));
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(token, lifetime.ApplicationStopping);
        using var watcher = feeds.Watch(Reader.Of(http), crisisId, form);
        try
        {
            await Send(http.Response, watcher, crisisId, lastSeen, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The reader left, or this node stops and the reader reconnects to another: both are how a stream ends.
        }

        return TypedResults.Empty;
    }

    private async Task Send(HttpResponse response, BoardFeeds.Watcher watcher, Guid crisis, long lastSeen, CancellationToken token)
    {
        await Begin(response, token).ConfigureAwait(false);
        var asked = clock.GetTimestamp();
        while (true)
        {
            var waiting = watcher.Frames.WaitToReadAsync(token).AsTask();
            var arrived = await Arrives(waiting, clock, token).ConfigureAwait(false);
            // By what this node knows at every frame, and read anew once a heartbeat, since another node may know better.
            var anew = clock.GetElapsedTime(asked) >= Heartbeat;
            asked = anew ? clock.GetTimestamp() : asked;
            if (!await guard.StillSees(watcher.Reader, crisis, anew, token).ConfigureAwait(false))
            {
                // Access ended while the stream was open: it ends too, and the reader who comes back is told why.
                return;
            }

            if (!arrived)
            {
                await response.Body.WriteAsync(watcher.Form.Heartbeat, token).ConfigureAwait(false);
            }
            else if (watcher.Frames.TryRead(out var frame) && frame.Version > lastSeen)
            {
                await response.Body.WriteAsync(frame.After(lastSeen), token).ConfigureAwait(false);
                lastSeen = frame.Version;
                Telemetry.BoardSeconds.Record((clock.GetUtcNow() - frame.RecordedAt).TotalSeconds);
            }

            await response.Body.FlushAsync(token).ConfigureAwait(false);
        }
    }

    private static async Task Begin(HttpResponse response, CancellationToken token)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // Proxies must not gather what should be seen at once.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.Body.WriteAsync(Comment, token).ConfigureAwait(false);
        await response.Body.FlushAsync(token).ConfigureAwait(false);
    }

    private static async Task<bool> Arrives(Task<bool> frame, TimeProvider clock, CancellationToken token)
    {
        try
        {
            await frame.WaitAsync(Heartbeat, clock, token).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The version that the reader had last; a version that this board has never had is an error, not a silent restart.</summary>
    private static bool TryLastSeen(HttpRequest request, long head, out long lastSeen)
    {
        lastSeen = 0;
        var given = request.Headers["Last-Event-ID"].ToString();
        return given.Length == 0
            || (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out lastSeen) && lastSeen <= head);
    }
}
