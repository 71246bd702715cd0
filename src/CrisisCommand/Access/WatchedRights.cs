using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>
/// Whether those who watch crises on this node still may. Asked once per person and crisis, however many streams they have open, and again
/// when a fact that it rests on is known here: the streams behind it are followed, so nothing is read per watcher.
/// </summary>
public sealed class WatchedRights
{
    /// <summary>Some rights end by the clock alone.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(Realm Realm, Guid Stream), ImmutableHashSet<Watched>> _resting = new();
    private readonly ConcurrentDictionary<(Reader Reader, Guid Crisis), Watched> _watched = new();
    private readonly FollowedStreams _streams;
    private readonly AccessGuard _guard;
    private readonly TimeProvider _clock;

    public WatchedRights(FollowedStreams streams, AccessGuard guard, TimeProvider clock)
    {
        (_streams, _guard, _clock) = (streams, guard, clock);
        streams.Moved += (realm, head) =>
        {
            foreach (var watched in _resting.GetValueOrDefault((realm, head.Id), []))
            {
                watched.Holds();
            }
        };
    }

    /// <summary>A reader who may see a crisis begins to watch it, as they may now; what they watched by ends with their right.</summary>
    public Right Begin(Reader reader, Guid crisis)
    {
        while (true)
        {
            var watched = _watched.GetOrAdd((reader, crisis), key => new Watched(this, key.Reader, key.Crisis));
            if (watched.TryJoin() is { } right)
            {
                return right;
            }

            // The last one left as we came.
            _watched.TryRemove(new((reader, crisis), watched));
        }
    }

    private void Rest(Watched watched, Realm realm, Guid stream) =>
        _resting.AddOrUpdate((realm, stream), _ => [watched], (_, others) => others.Add(watched));

    private void Leave(Watched watched, Realm realm, Guid stream)
    {
        var key = (realm, stream);
        var left = _resting.AddOrUpdate(key, _ => [], (_, others) => others.Remove(watched));
        if (left.IsEmpty)
        {
            _resting.TryRemove(new(key, left));
        }
    }

    /// <summary>One stream's right to go on.</summary>
    public sealed class Right(Watched watched) : IDisposable
    {
        /// <summary>Cancelled when the right ends.</summary>
        public CancellationToken Ended => watched.Ended;

        /// <summary>Whether it holds, by all that this node knows.</summary>
        public bool Holds() => watched.Holds();

        public void Dispose() => watched.Leave();
    }

    /// <summary>What one person may of one crisis, for all their streams of it.</summary>
    public sealed class Watched(WatchedRights rights, Reader reader, Guid crisis)
    {
        private readonly Lock _door = new();
        private readonly CancellationTokenSource _ended = new();
        private readonly ImmutableArray<(Realm Realm, Target Stream)> _grounds = AccessGuard.GroundsIn(reader, crisis);
        private ImmutableArray<IDisposable> _following = [];
        private ImmutableArray<object?> _restedOn = [];
        private long _asked;
        private int _streams;
        private bool _over;

        public CancellationToken Ended => _ended.Token;

        public Right? TryJoin()
        {
            lock (_door)
            {
                if (_over)
                {
                    return null;
                }

                if (_streams++ == 0)
                {
                    Follow();
                }

                return new Right(this);
            }
        }

        public void Leave()
        {
            lock (_door)
            {
                if (--_streams > 0)
                {
                    return;
                }

                _over = true;
                rights._watched.TryRemove(new((reader, crisis), this));
                foreach (var (ground, following) in _grounds.Zip(_following))
                {
                    rights.Leave(this, ground.Realm, ground.Stream.Stream);
                    following.Dispose();
                }
            }
        }

        public bool Holds()
        {
            if (_ended.IsCancellationRequested)
            {
                return false;
            }

            if (!Asks())
            {
                // Not in whoever told of the fact: the streams that end do much on their way out.
                _ = _ended.CancelAsync();
            }

            return !_ended.IsCancellationRequested;
        }

        private void Follow()
        {
            _following = [.. _grounds.Select(g => rights._streams.Follow(g.Realm, g.Stream.Kind, g.Stream.Stream))];
            foreach (var ground in _grounds)
            {
                rights.Rest(this, ground.Realm, ground.Stream.Stream);
            }
        }

        /// <summary>Asked of the rules only when something that they look at has become another, or the clock has gone on.</summary>
        private bool Asks()
        {
            var heads = _grounds.Select(g => rights._streams.Head(g.Realm, g.Stream.Stream)).ToArray();
            if (heads[0] is null || heads[1] is null)
            {
                // Not read yet: as it was when the stream was let in, and asked when it is.
                return true;
            }

            var restsOn = AccessGuard.RestsOn(heads);
            lock (_door)
            {
                if (restsOn.SequenceEqual(_restedOn, ReferenceEqualityComparer.Instance) && rights._clock.GetElapsedTime(_asked) < Fresh)
                {
                    return true;
                }
            }

            var sees = rights._guard.Sees(reader, heads);
            lock (_door)
            {
                (_restedOn, _asked) = (restsOn, rights._clock.GetTimestamp());
            }

            return sees;
        }
    }
}
