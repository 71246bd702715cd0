using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Texts;

/// <summary>What a command comes to: exactly these events, or this refusal; no events means that it was already so.</summary>
public sealed record Outcome(ImmutableArray<IDomainEvent> Events, Refusal? Refusal)
{
    /// <summary>What the same command appends to other streams, in the same transaction.</summary>
    public ImmutableArray<(Guid Stream, ImmutableArray<IDomainEvent> Events)> Elsewhere { get; init; } = [];

    /// <summary>What is stored beside the events, in the same transaction: originals, never anything that a fold could compute.</summary>
    public ImmutableArray<object> Documents { get; init; } = [];

    /// <summary>Already so: nothing happens, and that is a success.</summary>
    public static readonly Outcome Nothing = new([], null);

    public static Outcome Happened(params IEnumerable<IDomainEvent> events) => new([.. events], null);

    public Outcome AndIn(Guid stream, params IEnumerable<IDomainEvent> events) =>
        this with
        {
            Elsewhere = Elsewhere.Add((stream, [.. events])),
        };

    public Outcome Storing(object document) => this with { Documents = Documents.Add(document) };

    public static implicit operator Outcome(Refusal refusal) => new([], refusal);
}
