using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Telemetry;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// No caller waits longer than the contract's five seconds, whatever the database does: what a request asks for has <see cref="Longest"/>,
/// counted from when the request is read, then it is given up and answered 503. Waiting callers (for a gate, for a connection) are too.
/// </summary>
public sealed class RequestDeadline : IDisposable
{
    // A connection that hangs needs up to its connection timeout more until it is given up: together below five seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _clock = new();
    private readonly CancellationTokenSource _source;

    private RequestDeadline(CancellationToken caller)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller, _clock.Token);
        // What is registered last is called first: room is made before anything is cancelled.
        _clock.Token.UnsafeRegister(static _ => WaitingRoom.Open(), null);
    }

    private bool HasPassed => _clock.IsCancellationRequested;

    /// <summary>Middleware: the request's own token is the deadline's, until the answer begins; a long answer and a stream take their time.</summary>
    public static async Task Keep(HttpContext http, RequestDelegate next)
    {
        var caller = http.RequestAborted;
        var deadline = new RequestDeadline(caller);
        http.Response.RegisterForDispose(deadline);
        http.Features.Set(deadline);
        http.RequestAborted = deadline._source.Token;
        http.Response.OnStarting(deadline.LiftAsync);
        deadline.Start();
        try
        {
            await next(http);
        }
        catch (Exception) when (deadline.HasPassed && !http.Response.HasStarted)
        {
            Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", Problems.DatabaseAway.Code));
            http.RequestAborted = caller;
            http.Response.Headers.Clear();
            await ProblemResponses.Write(http, Problems.DatabaseAway);
        }
    }

    /// <summary>Reads a body at the sender's pace, which is not the database's.</summary>
    public static async Task WhileReading(HttpContext http, Task reading)
    {
        var deadline = http.Features.Get<RequestDeadline>();
        deadline?.Lift();
        await reading;
        deadline?.Start();
    }

    public void Dispose()
    {
        _source.Dispose();
        _clock.Dispose();
    }

    private void Start() => _clock.CancelAfter(Longest);

    private void Lift() => _clock.CancelAfter(Timeout.InfiniteTimeSpan);

    private Task LiftAsync()
    {
        Lift();
        return Task.CompletedTask;
    }
}

/// <summary>
/// Threads for a while. Npgsql cancels a command by a blocking call, as long as a connection may take to open: when the database stands
/// still, each connection of both pools holds a thread, and nobody would be left to answer. Always so many threads would cost a tenth of
/// the commands per second.
/// </summary>
internal static class WaitingRoom
{
    private const int Threads = 100;
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(30);
    private static readonly (int Workers, int Ports) Usual = Minimum();
    private static readonly Timer Close = new(static _ => ThreadPool.SetMinThreads(Usual.Workers, Usual.Ports));

    public static void Open()
    {
        ThreadPool.SetMinThreads(Math.Max(Threads, Usual.Workers), Usual.Ports);
        Close.Change(AWhile, Timeout.InfiniteTimeSpan);
    }

    private static (int, int) Minimum()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        return (workers, ports);
    }
}
