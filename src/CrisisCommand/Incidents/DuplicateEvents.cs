using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>A person of ours found that this is another incident once more (dubblett av). Each stays what it is; what is done is done about the other.</summary>
[StoredAs("incident_marked_duplicate", StreamKinds.Incident)]
public sealed record IncidentMarkedDuplicate(Guid Of) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, Of);
}

/// <summary>Another incident was found to be this one once more.</summary>
[StoredAs("incident_doubled", StreamKinds.Incident)]
public sealed record IncidentDoubled(Guid By) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, By);
}

/// <summary>It is no duplicate after all.</summary>
[StoredAs("incident_duplicate_withdrawn", StreamKinds.Incident)]
public sealed record IncidentDuplicateWithdrawn(Guid Of, CommittedText Why) : IDomainEvent
{
    public IEnumerable<CommittedText> Texts => [Why];

    public string InWords(Words words) => words.Say(this, Of, words.Text(Why));
}

/// <summary>What was taken for this one once more is another.</summary>
[StoredAs("incident_doubling_withdrawn", StreamKinds.Incident)]
public sealed record IncidentDoublingWithdrawn(Guid By) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, By);
}
