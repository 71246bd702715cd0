namespace CrisisCommand.DevelopmentIdentity;

/// <summary>One of the seeded people, or the seeded machine.</summary>
/// <param name="Function">Key of the KLO function the person holds or is deputy for; null for everybody else.</param>
/// <param name="Role">The standing role that the person is seeded with, as the host names it.</param>
/// <param name="Machine">It has a token and no browser.</param>
/// <param name="Rank">0 the function's holder, 1 and 2 its deputies in order; null without a function.</param>
public sealed record Person(
    string Id,
    string Name,
    string Phone,
    string Email,
    string Title,
    string? Function,
    int? Rank,
    string? Role = null,
    bool Machine = false
);
