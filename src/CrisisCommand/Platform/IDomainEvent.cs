namespace CrisisCommand.Platform;

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

/// <summary>A fact as it stands in its stream: what happened, and what was recorded about it.</summary>
/// <param name="Version">1-based position in its stream.</param>
/// <param name="Function">The function that the person held in that crisis at that moment.</param>
public sealed record Fact(
    IDomainEvent Event,
    long Version,
    Guid EventId,
    DateTimeOffset RecordedAt,
    PersonId By,
    FunctionKey? Function = null,
    Guid? CommandId = null
)
{
    /// <summary>When it happened in the world; the recording time where nobody said otherwise.</summary>
    public DateTimeOffset OccurredAt => Event.OccurredAt ?? RecordedAt;
}

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
