namespace CrisisCommand.Boards;

/// <summary>
/// When each part of the board was last touched by a fact, whatever it said: silence is data too. Not a part of the canonical form, since it
/// follows from the journal as the rest does, and a receipt's hash is of what was shown, not of how old it was.
/// </summary>
/// <param name="Functions">Who is summoned, comes, holds.</param>
/// <param name="Incidents">What the KLO heard.</param>
public sealed record Freshness(
    DateTimeOffset? Functions = null,
    DateTimeOffset? Incidents = null,
    DateTimeOffset? Decisions = null,
    DateTimeOffset? Tasks = null,
    DateTimeOffset? Situation = null
)
{
    public static Freshness Initial { get; } = new();

    /// <summary>Parts are persistent values: one that a fact left alone is the very same afterwards.</summary>
    public Freshness After(Board before, Board after, DateTimeOffset at) =>
        new(
            before.Klo.Posts == after.Klo.Posts ? Functions : at,
            before.Incidents == after.Incidents ? Incidents : at,
            ReferenceEquals(before.OpenDecisions, after.OpenDecisions) ? Decisions : at,
            ReferenceEquals(before.OpenTasks, after.OpenTasks) ? Tasks : at,
            ReferenceEquals(before.Situation, after.Situation) && ReferenceEquals(before.Picture, after.Picture) ? Situation : at
        );
}
