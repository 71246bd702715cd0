using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Crises;

/// <summary>A crisis was declared, as the realm counts them: of two at the same instant one comes after the other, and sees it.</summary>
[StoredAs("crisis_entered", StreamKinds.Declarations)]
public sealed record CrisisEntered(Guid CrisisId) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, CrisisId);
}

/// <summary>The crises declared last in a realm, whatever became of them.</summary>
public sealed record Declarations : IState<Declarations>
{
    public static Declarations Initial { get; } = new();

    /// <summary>One for each realm.</summary>
    public static readonly Guid Stream = Ids.Named("declarations");

    /// <summary>How long after a declaration another of the same is taken for the same.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The oldest first; older than <see cref="Fresh"/> at the last declaration are forgotten.</summary>
    public ImmutableArray<(Guid CrisisId, DateTimeOffset At)> Last { get; init; } = [];

    public IEnumerable<Guid> Since(DateTimeOffset from) => Last.Where(d => d.At >= from).Select(d => d.CrisisId);

    public Declarations After(Fact fact) =>
        fact.Event is CrisisEntered entered
            ? this with
            {
                Last = [.. Last.Where(d => d.At >= fact.RecordedAt - Fresh), (entered.CrisisId, fact.RecordedAt)],
            }
            : this;
}
