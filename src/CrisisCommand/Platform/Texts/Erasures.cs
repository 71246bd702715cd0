using System.Collections.Immutable;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Texts;

/// <summary>
/// A text was erased by decision: its opening is deleted in the transaction of this fact, and reads <c>[gallrad]</c> from then on. An opening
/// that is gone without such a fact is missing, and is told of.
/// </summary>
/// <param name="Ground">The decision and its ground in law.</param>
[StoredAs("text_erased", StreamKinds.Erasures)]
public sealed record TextErased(CommittedText Text, CommittedText Ground) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Text, Ground];

    public string InWords(Words words) => words.Say(this, words.Text(Ground));
}

/// <summary>Every text that was erased in a realm. One stream for all, so that what is missing is looked up by one short fold.</summary>
public sealed record Erasures : IState<Erasures>
{
    public static Erasures Initial { get; } = new();

    public static readonly Guid Stream = Ids.Named("erasures");

    public ImmutableHashSet<string> Commitments { get; init; } = [];

    public Erasures After(Fact fact) =>
        fact.Event is TextErased erased ? this with { Commitments = Commitments.Add(erased.Text.Commitment) } : this;
}
