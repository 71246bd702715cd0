using System.Collections.Immutable;
using CrisisCommand.Alerts;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>How many alarms of one weight wait, without saying which.</summary>
public sealed record LaneView(AlertWeight Weight, int Held, DateTimeOffset? ToldAt, DateTimeOffset? Until, MessageBound? Bound);

/// <summary>What is held back, as it is listed: counted, since a flood is thousands.</summary>
public sealed record GatheringView : IView<GatheringView>
{
    public static GatheringView Initial { get; } = new();

    public Guid Id { get; init; }
    public PersonId Sender { get; init; }
    public PersonId Person { get; init; }
    public ImmutableArray<LaneView> Lanes { get; init; } = [];

    // As fields of their own because Marten filters on stored fields.
    public int Held { get; init; }
    public bool IsBounded { get; init; }

    public static GatheringView Begin(Guid id) => new() { Id = id };

    public GatheringView After(Fact fact) =>
        fact.Event switch
        {
            AlertTold { Batch: null } told => With(told.Sender, told.Person, Lane(told.Weight) with { Held = 0 }, fact.RecordedAt),
            AlertTold told => With(told.Sender, told.Person, Lane(told.Weight), fact.RecordedAt),
            AlertsHeldBack held => With(held.Sender, held.Person, Holding(held)),
            AlertsSummedUp { Open: 0 } e => With(e.Sender, e.Person, Lane(e.Weight) with { Held = 0, Until = null, Bound = null }),
            AlertsSummedUp e => With(e.Sender, e.Person, Lane(e.Weight) with { Held = 0 }, fact.RecordedAt),
            AlertMessagesBounded e => With(e.Sender, e.Person, Lane(e.Weight) with { Until = e.Until, Bound = e.Bound }),
            _ => this,
        };

    private LaneView Holding(AlertsHeldBack held)
    {
        var lane = Lane(held.Weight);
        return lane with { Held = lane.Held + held.Alerts.Length, Until = held.Opens ? held.Until : lane.Until };
    }

    private LaneView Lane(AlertWeight weight) => Lanes.FirstOrDefault(l => l.Weight == weight) ?? new(weight, 0, null, null, null);

    private GatheringView With(PersonId sender, PersonId person, LaneView lane, DateTimeOffset toldAt) =>
        With(sender, person, lane with { ToldAt = toldAt, Until = lane.Held == 0 ? null : lane.Until, Bound = null });

    private GatheringView With(PersonId sender, PersonId person, LaneView lane)
    {
        ImmutableArray<LaneView> lanes = [.. Lanes.Where(l => l.Weight != lane.Weight), lane];
        return this with
        {
            Sender = sender,
            Person = person,
            Lanes = lanes,
            Held = lanes.Sum(l => l.Held),
            IsBounded = lanes.Any(l => l.Bound is not null),
        };
    }
}
