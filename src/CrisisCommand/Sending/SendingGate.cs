namespace CrisisCommand.Sending;

/// <summary>Whether this node sends. What it last found holds for some seconds only: a node that cannot look sends nothing either.</summary>
public sealed class SendingGate(TimeProvider clock, SendingOptions options)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private volatile Finding _last = new(HoldReason.NotLooked, null, DateTimeOffset.MinValue);

    /// <summary>Null while messages go out.</summary>
    public HoldReason? Held =>
        options.Protected ? _last.Held ?? (clock.GetUtcNow() - _last.At > Fresh ? HoldReason.NotLooked : null) : null;

    /// <summary>Where the database stands, for whoever says that it is the one.</summary>
    public (DatabaseSeen? Seen, int Releases) Known => (_last.Seen, _last.Releases);

    public void Found(HoldReason? held, DatabaseSeen seen, int releases) => _last = new(held, seen, clock.GetUtcNow(), releases);

    private sealed record Finding(HoldReason? Held, DatabaseSeen? Seen, DateTimeOffset At, int Releases = 0);
}

/// <summary>Section <c>Installation</c>.</summary>
public sealed class SendingOptions
{
    /// <summary>False sends whatever database is served; there is no reason to but to see what would happen.</summary>
    public bool Protected { get; init; } = true;
}
