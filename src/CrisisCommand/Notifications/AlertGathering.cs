using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>What one person is told of one sender's alarms of one weight.</summary>
/// <param name="Held">What waits for the next summary.</param>
/// <param name="Until">When that is due; what the one timer that counts was set to.</param>
/// <param name="Alone">How many had messages of their own since it was quiet.</param>
/// <param name="Summaries">How many there were since it was quiet: each waits longer than the last.</param>
public sealed record AlertLane(
    AlertWeight Weight,
    DateTimeOffset? ToldAt,
    int Alone,
    int Summaries,
    ImmutableArray<PersonsAlert> Held,
    DateTimeOffset? Until
)
{
    public static AlertLane Of(AlertWeight weight) => new(weight, null, 0, 0, [], null);

    /// <summary>When the next message may go out.</summary>
    public DateTimeOffset? FreeAt(NoticeLimits limits) => ToldAt + limits.IntervalAfter(Summaries);

    /// <summary>So long without an alarm that the next one is told at once.</summary>
    public bool IsQuiet(NoticeLimits limits, DateTimeOffset now) => Held.IsEmpty && (FreeAt(limits) is not { } free || now >= free);
}

/// <summary>
/// The alerts of one person about one sender's alarms: the first is told at once, and what follows too soon in one line that counts. Kept in
/// a stream of its own, so that what was held back, and in which message it was told, is on record without a stream for each alarm.
/// </summary>
public sealed record AlertGathering : IState<AlertGathering>
{
    /// <summary>An alert that may come twice, by itself or among others, is known again so far back.</summary>
    private const int Remembered = 2_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static AlertGathering Initial { get; } = new();

    public ImmutableArray<AlertLane> Lanes { get; init; } = [];

    /// <summary>When messages went out, within an hour of the last one.</summary>
    public ImmutableArray<DateTimeOffset> Told { get; init; } = [];

    /// <summary>The alerts that were told or held last: by each of them, since what came among others may come again by itself.</summary>
    private ImmutableArray<PersonsAlert> Known { get; init; } = [];

    /// <summary>When those who run the system were last told of a bound.</summary>
    public DateTimeOffset? BoundToldAt { get; init; }

    public static Guid StreamOf(PersonId sender, PersonId person) => Ids.Named($"gathering/{sender}/{person}");

    public AlertLane Lane(AlertWeight weight) => Lanes.FirstOrDefault(l => l.Weight == weight) ?? AlertLane.Of(weight);

    /// <summary>Messages of the last hour.</summary>
    public ImmutableArray<DateTimeOffset> ToldLately(DateTimeOffset now) => [.. Told.Where(t => t > now - Hour)];

    public AlertGathering After(Fact fact) =>
        fact.Event switch
        {
            AlertTold { Batch: not null } told => Heard([told.Alert])
                .Telling(fact.RecordedAt, told.Weight)
                .With(Lane(told, fact.RecordedAt)),
            AlertTold told => Telling(fact.RecordedAt, told.Weight).With(Lane(told, fact.RecordedAt) with { Held = [], Until = null }),
            AlertsHeldBack held => Heard(held.Alerts).With(Holding(held)),
            AlertsSummedUp { Open: 0 } settled => With(Lane(settled.Weight) with { Held = [], Until = null }),
            AlertsSummedUp summed => Telling(fact.RecordedAt, summed.Weight)
                .With(Lane(summed.Weight) with { Held = [], Until = null, ToldAt = fact.RecordedAt, Summaries = summed.Summaries }),
            AlertMessagesBounded bounded => With(Lane(bounded.Weight) with { Until = bounded.Until }) with
            {
                BoundToldAt = bounded.IsNews ? fact.RecordedAt : BoundToldAt,
            },
            _ => this,
        };

    private AlertLane Lane(AlertTold told, DateTimeOffset at) =>
        Lane(told.Weight) with
        {
            ToldAt = at,
            Alone = told.Alone,
            Summaries = told.Summaries,
        };

    private AlertLane Holding(AlertsHeldBack held)
    {
        var lane = Lane(held.Weight);
        return lane with { Held = lane.Held.AddRange(held.Alerts), Until = held.Opens ? held.Until : lane.Until };
    }

    /// <summary>Those of these that were neither told nor held yet.</summary>
    public ImmutableArray<PersonsAlert> NotHeard(IReadOnlyCollection<PersonsAlert> alerts) => [.. alerts.Except(Known)];

    private AlertGathering Heard(ImmutableArray<PersonsAlert> alerts) =>
        this with
        {
            Known = [.. Known.TakeLast(Math.Max(Remembered - alerts.Length, 0)), .. alerts],
        };

    /// <summary>What is told for information never holds up a call.</summary>
    private AlertGathering Telling(DateTimeOffset at, AlertWeight weight) =>
        weight == AlertWeight.Information ? this : this with { Told = [.. ToldLately(at), at] };

    private AlertGathering With(AlertLane lane) => this with { Lanes = [.. Lanes.Where(l => l.Weight != lane.Weight), lane] };
}
