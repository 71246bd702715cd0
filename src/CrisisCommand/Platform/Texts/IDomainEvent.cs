using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Texts;

/// <summary>Something that happened. Named for ever, holds no free text (only <see cref="CommittedText"/>), and knows its own wording.</summary>
public interface IDomainEvent
{
    /// <summary>The fact as a sentence in the reader's language; the log, the report and the export all use this one.</summary>
    string InWords(Words words);

    /// <summary>Every text that a person wrote in this fact, so that its opening is stored with it.</summary>
    IEnumerable<CommittedText> Texts => [];

    /// <summary>When it happened in the world, as given by a person or an alarm; null: when it was recorded.</summary>
    DateTimeOffset? OccurredAt => null;
}

/// <summary>Under which name an event is stored, for ever, and in which kind of stream; its class may be renamed and moved.</summary>
/// <param name="name">snake_case.</param>
/// <param name="stream">One of <see cref="StreamKinds"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name, string stream) : Attribute
{
    public string Name => name;

    public string Stream => stream;
}

/// <summary>A fact as it stands in its stream: what happened, and what was recorded about it.</summary>
/// <param name="Version">1-based position in its stream.</param>
/// <param name="Capacity">In what capacity the person acted; null where they used no function or standing of theirs.</param>
public sealed record Fact(
    IDomainEvent Event,
    long Version,
    Guid EventId,
    DateTimeOffset RecordedAt,
    PersonId By,
    Capacity? Capacity = null,
    Guid? CommandId = null
)
{
    public FunctionKey? Function => Capacity?.Function;

    /// <summary>When it happened in the world; the recording time where nobody said otherwise.</summary>
    public DateTimeOffset OccurredAt => Event.OccurredAt ?? RecordedAt;

    public Statement Says => new(Event, By, RecordedAt);
}

/// <summary>
/// What happened, who says so and when. Where it stands in a journal is no part of it: so a decision can follow what it has itself found so
/// far, which stands nowhere yet.
/// </summary>
public sealed record Statement(IDomainEvent Event, PersonId By, DateTimeOffset At);

/// <summary>What a feature needs to know of one stream: a pure fold of its facts.</summary>
public interface IState<TSelf>
    where TSelf : class, IState<TSelf>
{
    /// <summary>The state before anything happened.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>The state after one more fact. Pure: no clock, no ids, no I/O.</summary>
    TSelf After(Fact fact);
}

public static class Fold
{
    public static TState Of<TState>(IEnumerable<Fact> facts)
        where TState : class, IState<TState> => facts.Aggregate(TState.Initial, (state, fact) => state.After(fact));
}
