using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using JasperFx.Events;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// What one feature adds to the journal: the states it folds, and what its JSON metadata lists, each type once; the events among them say
/// their names and streams themselves (<see cref="StoredAsAttribute"/>).
/// </summary>
public sealed class Facts(JsonSerializerContext json)
{
    internal List<EventType> Events { get; } = [.. TypesOf(json).Where(t => t.IsAssignableTo(typeof(IDomainEvent))).Select(EventType.Of)];

    internal List<(string Stream, StateType State)> States { get; } = [];

    internal IJsonTypeInfoResolver Resolver => json;

    /// <param name="stream">The kind of stream that it is folded from: <see cref="StreamKinds"/>.</param>
    public Facts State<TState>(string stream)
        where TState : class, IState<TState>
    {
        States.Add((stream, new(typeof(TState), TState.Initial, (state, fact) => ((TState)state).After(fact))));
        return this;
    }

    /// <summary>The feature's own events of one kind of stream.</summary>
    public Type[] On(string stream) => [.. Events.Where(e => e.Stream == stream).Select(e => e.Type)];

    /// <summary>What the context was generated for. It names them in its attributes alone.</summary>
    private static IEnumerable<Type> TypesOf(JsonSerializerContext json) =>
        json.GetType()
            .CustomAttributes.Where(a => a.AttributeType == typeof(JsonSerializableAttribute))
            .Select(a => (Type)a.ConstructorArguments[0].Value!);
}

/// <param name="Name">snake_case, pinned for ever in the stored rows.</param>
/// <param name="Stream">The kind of stream it belongs to: <see cref="StreamKinds"/>.</param>
public sealed record EventType(Type Type, string Name, string Stream, Func<IDomainEvent, IEvent> Wrap)
{
    internal static EventType Of(Type type)
    {
        var stored =
            type.GetCustomAttribute<StoredAsAttribute>() ?? throw new InvalidOperationException($"{type.FullName} says no name for ever.");
        var wrap = typeof(EventType).GetMethod(nameof(WrapOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        return new(type, stored.Name, stored.Stream, (Func<IDomainEvent, IEvent>)wrap.Invoke(null, null)!);
    }

    private static Func<IDomainEvent, IEvent> WrapOf<TEvent>()
        where TEvent : class, IDomainEvent => data => new Event<TEvent>((TEvent)data);
}

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
