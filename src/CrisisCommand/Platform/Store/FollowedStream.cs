using CrisisCommand.Platform.Vocabulary;
using Npgsql;

namespace CrisisCommand.Platform.Store;

/// <summary>One stream that is followed on this node (<see cref="FollowedStreams"/>), with as much of it as is known; it goes on forward only.</summary>
public sealed class FollowedStream(Journals journals, Realm realm, StreamSnapshot known, ILogger log)
{
    private readonly Lock _door = new();
    private volatile StreamSnapshot _head = known;
    private int _followers;
    private bool _over;

    public StreamSnapshot Head => _head;

    public event Action<StreamSnapshot>? Moved;

    /// <summary>Its last follower has left; there will be no other.</summary>
    public event Action? Left;

    /// <summary>Null where the last one has left.</summary>
    public IDisposable? TryJoin()
    {
        lock (_door)
        {
            _followers += _over ? 0 : 1;
            return _over ? null : new Following(this);
        }
    }

    public async ValueTask Read(CancellationToken token)
    {
        try
        {
            Take(await journals.Refresh(realm, _head, token));
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException || away.InnerException is NpgsqlException)
        {
            // It is behind still, and the next question says so.
            log.LogDebug("Stream {Stream} could not be read now: {Reason}", _head.Id, away.Message);
        }
    }

    public void Take(StreamSnapshot head)
    {
        lock (_door)
        {
            if (head.Version <= _head.Version || head.Kind != _head.Kind)
            {
                return;
            }

            _head = head;
        }

        Moved?.Invoke(head);
    }

    private void Leave()
    {
        lock (_door)
        {
            _over = --_followers == 0;
        }

        if (_over)
        {
            Left?.Invoke();
        }
    }

    private sealed class Following(FollowedStream stream) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                stream.Leave();
            }
        }
    }
}
