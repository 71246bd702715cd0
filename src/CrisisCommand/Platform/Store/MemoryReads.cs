namespace CrisisCommand.Platform.Store;

/// <summary>
/// What a reader is shown while the database stands still: what this node knows, marked with the time since when it may be old, and for a
/// limited time, since whoever was shut out meanwhile could not be heard of. For reads only; a command is never decided on it.
/// </summary>
public sealed class MemoryReads(DatabaseSilence silence, IConfiguration configuration, TimeProvider clock)
{
    public const string Header = "Stale-Since";

    private static readonly AsyncLocal<Reading?> Current = new();
    private readonly TimeSpan _longest = configuration.GetValue("Reads:FromMemory", TimeSpan.FromMinutes(15));

    /// <summary>Middleware, before anything is read: a page, a board, a list.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var reading = http.RequestServices.GetRequiredService<MemoryReads>().Begin();
            http.Features.Set(reading);
            http.Response.OnStarting(() =>
            {
                if (reading.Since is { } since)
                {
                    http.Response.Headers[Header] = since.UtcDateTime.ToString("O");
                }

                return Task.CompletedTask;
            });
        }

        await next(http);
    }

    /// <summary>From here on, in this flow of work, what the database does not answer may come from memory.</summary>
    public Reading Begin() => Current.Value = new Reading(this);

    /// <summary>What is read; or, where that may be and the database does not answer, what is known.</summary>
    /// <param name="knownAt">When it was read last, where nothing has kept it new since.</param>
    public static Task<T> Or<T>(Func<Task<T>> read, T? known, CancellationToken token, DateTimeOffset? knownAt = null)
        where T : class => Current.Value is { } reading && known is not null ? reading.Or(read, known, knownAt, token) : read();

    /// <summary>One reader's look.</summary>
    public sealed class Reading(MemoryReads all)
    {
        /// <summary>Since when what was read may be old; null where all of it was read from the database.</summary>
        public DateTimeOffset? Since { get; private set; }

        public async Task<T> Or<T>(Func<Task<T>> read, T known, DateTimeOffset? knownAt, CancellationToken token)
            where T : class
        {
            if (all._silence.Since is { } silent && IsRecent(silent))
            {
                Mark(silent, knownAt);
                return known;
            }

            var noticed = all._silence.Noticed;
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(token, noticed);
                return await read().WaitAsync(either.Token);
            }
            catch (Exception away) when (IsAway(away, token, noticed) && IsRecent(all._silence.LastHeard))
            {
                Mark(all._silence.LastHeard, knownAt);
                return known;
            }
            catch (OperationCanceledException away) when (IsAway(away, token, noticed))
            {
                // What may not be shown any more is told as what it is: the database is away.
                throw new TimeoutException("The database stands still.", away);
            }
        }

        /// <summary>As old as the oldest part of it.</summary>
        private void Mark(DateTimeOffset heard, DateTimeOffset? knownAt)
        {
            var at = knownAt < heard ? knownAt.Value : heard;
            Since = Since < at ? Since : at;
        }

        private static bool IsAway(Exception away, CancellationToken token, CancellationToken noticed) =>
            away is OperationCanceledException
                ? noticed.IsCancellationRequested && !token.IsCancellationRequested
                : StandingDatabase.IsIn(away);

        private bool IsRecent(DateTimeOffset since) => all._clock.GetUtcNow() - since < all._longest;
    }

    private readonly DatabaseSilence _silence = silence;
    private readonly TimeProvider _clock = clock;
}
