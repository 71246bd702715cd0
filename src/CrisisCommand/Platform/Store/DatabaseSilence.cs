namespace CrisisCommand.Platform.Store;

/// <summary>Whether the database answers this node, by the question that it is asked twice a second (<see cref="FollowedStreams"/>).</summary>
public sealed class DatabaseSilence(TimeProvider clock)
{
    /// <summary>How long it may take to answer before it stands still: longer than a checkpoint's hiccup, short enough to answer callers in time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _door = new();
    private DateTimeOffset _heard = clock.GetUtcNow();
    private DateTimeOffset? _since;
    private CancellationTokenSource _noticed = new();

    /// <summary>When the database was last heard, while it stands still or is away; null while it answers.</summary>
    public DateTimeOffset? Since
    {
        get
        {
            lock (_door)
            {
                return _since;
            }
        }
    }

    /// <summary>When what is not asked of the database now was last known to be so: by its last answer.</summary>
    public DateTimeOffset LastHeard
    {
        get
        {
            lock (_door)
            {
                return _heard;
            }
        }
    }

    /// <summary>Cancelled as soon as the database stands still: whoever waits for it may stop.</summary>
    public CancellationToken Noticed
    {
        get
        {
            lock (_door)
            {
                return _noticed.Token;
            }
        }
    }

    /// <summary>The silence began or ended. Must return at once.</summary>
    public event Action? Changed;

    /// <summary>It answered what was asked at that time.</summary>
    public void Answered(DateTimeOffset asked)
    {
        bool ended;
        lock (_door)
        {
            _heard = asked;
            ended = _since is not null;
            if (ended)
            {
                (_since, _noticed) = (null, new());
            }
        }

        if (ended)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>It has not answered, or said that it cannot.</summary>
    public void NoAnswer()
    {
        CancellationTokenSource? begins = null;
        lock (_door)
        {
            if (_since is null && clock.GetUtcNow() - _heard >= Patience)
            {
                (_since, begins) = (_heard, _noticed);
            }
        }

        if (begins is not null)
        {
            begins.Cancel();
            Changed?.Invoke();
        }
    }
}
