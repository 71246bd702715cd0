using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>Who brought an incident in: whoever wrote the first fact of its stream, whatever that is. They may follow what they reported.</summary>
public sealed record IncidentOrigin : IState<IncidentOrigin>
{
    public static IncidentOrigin Initial { get; } = new();

    /// <summary>Null of a stream that has not begun.</summary>
    public PersonId? By { get; init; }

    public IncidentOrigin After(Fact fact) => By is null ? this with { By = fact.By } : this;
}
