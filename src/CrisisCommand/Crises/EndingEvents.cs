using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Crises;

/// <summary>The crisis was a mistake: its incidents are free again, and it counts in no statistics. That the KLO goes home stands beside it.</summary>
[StoredAs("crisis_annulled", StreamKinds.Crisis)]
public sealed record CrisisAnnulled(CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, words.Text(Why));
}

/// <summary>The crisis is a double of another, which goes on with its incidents; what was written in it stays where it was written.</summary>
[StoredAs("crisis_merged", StreamKinds.Crisis)]
public sealed record CrisisMerged(Guid Into, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Into, words.Text(Why));
}

/// <summary>A double of this crisis came to an end, and what it was about belongs here from now on.</summary>
[StoredAs("crisis_joined", StreamKinds.Crisis)]
public sealed record CrisisJoined(Guid From, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, From, words.Text(Why));
}
