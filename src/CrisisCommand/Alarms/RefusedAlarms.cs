using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Alarms;

/// <summary>An alarm that was refused and that nobody has seen to.</summary>
/// <param name="Kept">Whether its bytes are.</param>
public sealed record RefusedAlarm(
    Sha256 Digest,
    int Size,
    ForeignId MediaType,
    ImmutableArray<ForeignId> Reasons,
    CommittedText Why,
    bool Kept,
    DateTimeOffset FirstAt
)
{
    public DateTimeOffset LastAt { get; init; }

    /// <summary>How often the same bytes came.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The version of the stream at which they came last.</summary>
    public long LastVersion { get; init; }
}

/// <summary>
/// What one sender's alarms were refused for, a stream for each sender. A sender that is broken, or hostile, fills neither the store nor the
/// operator's page: so many wait at once, so many are kept in a day, and what is over is counted.
/// </summary>
public sealed record RefusedAlarms : IState<RefusedAlarms>
{
    /// <summary>How many of one sender wait at once.</summary>
    public const int MostOpen = 20;

    /// <summary>How many of one sender are kept in any 24 hours.</summary>
    public const int MostADay = 50;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static RefusedAlarms Initial { get; } = new();

    /// <summary>In the order in which they first came.</summary>
    public ImmutableArray<RefusedAlarm> Open { get; init; } = [];

    /// <summary>When the last ones were kept, <see cref="MostADay"/> at most.</summary>
    public ImmutableArray<DateTimeOffset> KeptAt { get; init; } = [];

    /// <summary>How many came over the bound since somebody saw to them last, and when and where in the stream the last of them.</summary>
    public int Counted { get; init; }
    public DateTimeOffset? CountedAt { get; init; }
    public long CountedVersion { get; init; }

    /// <summary>Whether the sender should be called.</summary>
    public bool IsOpen => !Open.IsEmpty || Counted > 0;

    public static Guid StreamOf(PersonId sender) => Ids.Named($"refused-alarms/{sender}");

    /// <summary>How often the same is counted one by one; after that once a minute, so that no sender fills the journal.</summary>
    private const int OneByOne = 10;
    private static readonly TimeSpan Then = TimeSpan.FromMinutes(1);

    /// <summary>Whether one more of it says nothing that was not said within the minute.</summary>
    public bool IsCounted(Sha256 digest, DateTimeOffset now) =>
        Open.FirstOrDefault(r => r.Digest == digest) is { } known
            ? known.Times >= OneByOne && known.LastAt > now - Then
            : !HasRoom(now) && Counted >= OneByOne && CountedAt > now - Then;

    public bool Has(Sha256 digest) => Open.Any(r => r.Digest == digest);

    /// <summary>Whether one more is kept.</summary>
    public bool HasRoom(DateTimeOffset now) => Open.Length < MostOpen && (KeptAt.Length < MostADay || KeptAt[0] <= now - Day);

    /// <summary>Whether anything waits that came no later than that version.</summary>
    public bool HasUntil(long version) => Open.Any(r => r.LastVersion <= version) || (Counted > 0 && CountedVersion <= version);

    public RefusedAlarms After(Fact fact) =>
        fact.Event switch
        {
            AlarmRefused refused => this with
            {
                Open = Open.Add(Of(refused, fact)),
                KeptAt = [.. KeptAt.TakeLast(MostADay - 1), fact.RecordedAt],
            },
            AlarmRefusedAgain again => this with { Open = [.. Open.Select(r => r.Digest == again.Digest ? Again(r, fact) : r)] },
            RefusedAlarmCounted => this with { Counted = Counted + 1, CountedAt = fact.RecordedAt, CountedVersion = fact.Version },
            RefusedAlarmsSettled settled => this with
            {
                Open = Open.RemoveAll(r => r.LastVersion <= settled.Until),
                Counted = CountedVersion <= settled.Until ? 0 : Counted,
            },
            _ => this,
        };

    private static RefusedAlarm Of(AlarmRefused refused, Fact fact) =>
        new(refused.Digest, refused.Size, refused.MediaType, refused.Reasons, refused.Why, refused.Raw is not null, fact.RecordedAt)
        {
            LastAt = fact.RecordedAt,
            LastVersion = fact.Version,
        };

    private static RefusedAlarm Again(RefusedAlarm refused, Fact fact) =>
        refused with
        {
            LastAt = fact.RecordedAt,
            LastVersion = fact.Version,
            Times = refused.Times + 1,
        };
}

/// <summary>The senders whose alarms were refused, to be listed.</summary>
public sealed record RefusedAlarmsView : IView<RefusedAlarmsView>
{
    public static RefusedAlarmsView Initial { get; } = new();

    public Guid Id { get; init; }
    public PersonId Sender { get; init; }
    public RefusedAlarms Refused { get; init; } = RefusedAlarms.Initial;
    public long Version { get; init; }

    /// <summary>Beside the fold because Marten filters on stored fields.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When what waits longest came.</summary>
    public DateTimeOffset? Since { get; init; }

    public static RefusedAlarmsView Begin(Guid id) => new() { Id = id };

    public RefusedAlarmsView After(Fact fact)
    {
        var refused = Refused.After(fact);
        return this with
        {
            // Who settles is one of ours.
            Sender = fact.Event is RefusedAlarmsSettled ? Sender : fact.By,
            Refused = refused,
            Version = fact.Version,
            IsOpen = refused.IsOpen,
            Since = refused.Open is [var first, ..] ? first.FirstAt : refused.CountedAt,
        };
    }
}
