using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using JasperFx.Events;

namespace CrisisCommand.Platform;

/// <summary>What one feature adds to the journal: its events under their names for ever, the states it folds, and its JSON metadata.</summary>
public sealed class Facts
{
    internal List<EventType> Events { get; } = [];
    internal List<(string Stream, StateType State)> States { get; } = [];
    internal List<IJsonTypeInfoResolver> Resolvers { get; } = [];

    /// <param name="name">snake_case, pinned for ever in the stored rows.</param>
    /// <param name="stream">The kind of stream it belongs to: <see cref="StreamKinds"/>.</param>
    /// <param name="wakes">Whether a durable subscription waits for it, so that the daemon is woken at once.</param>
    public Facts Event<TEvent>(string name, string stream, bool wakes = false)
        where TEvent : class, IDomainEvent
    {
        Events.Add(new(typeof(TEvent), name, stream, wakes, data => new Event<TEvent>((TEvent)data)));
        return this;
    }

    public Facts State<TState>(string stream)
        where TState : class, IState<TState>
    {
        States.Add((stream, new(typeof(TState), TState.Initial, (state, fact) => ((TState)state).After(fact))));
        return this;
    }

    public Facts Json(IJsonTypeInfoResolver resolver)
    {
        Resolvers.Add(resolver);
        return this;
    }
}

/// <summary>The kinds of stream (architecture.md §2).</summary>
public static class StreamKinds
{
    public const string Crisis = "crisis";
    public const string Incident = "incident";
    public const string Alarm = "alarm";
    public const string Plan = "plan";
    public const string Person = "person";
    public const string Roster = "roster";
    public const string Alert = "alert";
    public const string Notice = "notice";
}

public sealed record EventType(Type Type, string Name, string Stream, bool WakesSubscriptions, Func<IDomainEvent, IEvent> Wrap);

public sealed record StateType(Type Type, object Initial, Func<object, Fact, object> After);

/// <summary>All events and states of the product, gathered from the features' modules.</summary>
public sealed class EventCatalogue(IEnumerable<Facts> features)
{
    private readonly FrozenDictionary<Type, EventType> _events = features.SelectMany(f => f.Events).ToFrozenDictionary(e => e.Type);
    private readonly FrozenDictionary<string, StateType[]> _states = features
        .SelectMany(f => f.States)
        .GroupBy(s => s.Stream, s => s.State)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    public IEnumerable<EventType> Events => _events.Values;

    public EventType Of(IDomainEvent data) => _events[data.GetType()];

    public bool TryOf(Type type, out EventType found) => _events.TryGetValue(type, out found!);

    public StateType[] StatesOf(string stream) => _states.GetValueOrDefault(stream, []);
}
