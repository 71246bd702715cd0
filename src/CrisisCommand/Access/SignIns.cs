using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>One session, as far as the journal knows it.</summary>
public sealed record Session(DateTimeOffset Since, DateTimeOffset Until);

/// <summary>
/// The sessions of one person, in a stream of its own in the live realm, whatever realm they then look at: whoever confirms against the
/// version of a person is not overtaken by a sign-in.
/// </summary>
public sealed record SignIns : IState<SignIns>
{
    public static SignIns Initial { get; } = new();

    public ImmutableDictionary<Sha256, Session> Sessions { get; init; } = ImmutableDictionary<Sha256, Session>.Empty;

    public static Guid StreamOf(PersonId person) => Ids.Named($"sign-ins/{person}");

    /// <summary>Those that are not over, the oldest first.</summary>
    public IEnumerable<Session> At(DateTimeOffset now) => Sessions.Values.Where(s => now < s.Until).OrderBy(s => s.Since);

    /// <param name="rotated">When the keys were last made anew: what began before is over.</param>
    public bool Holds(Sha256 session, DateTimeOffset? rotated, DateTimeOffset now) =>
        Sessions.TryGetValue(session, out var known) && now < known.Until && !(known.Since < rotated);

    public SignIns After(Fact fact) =>
        fact.Event switch
        {
            SignedIn began => this with
            {
                // What has run out is forgotten here, so that years of sign-ins are not carried along.
                Sessions = Sessions
                    .RemoveRange(Sessions.Where(s => s.Value.Until <= fact.RecordedAt).Select(s => s.Key))
                    .SetItem(began.Session, new(fact.RecordedAt, began.Until)),
            },
            SignedOut ended => this with { Sessions = Sessions.Remove(ended.Session) },
            SignedOutEverywhere => this with { Sessions = Sessions.Clear() },
            _ => this,
        };
}

/// <summary>When the keys were last made anew; one stream, in the live realm.</summary>
public sealed record KeyRotation : IState<KeyRotation>
{
    public static KeyRotation Initial { get; } = new();

    public static readonly Guid Stream = Ids.Named("keys");

    public DateTimeOffset? At { get; init; }

    public KeyRotation After(Fact fact) => fact.Event is KeysRotated ? this with { At = fact.RecordedAt } : this;
}
