using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Notifications;

/// <summary>Whether a person is spared what they may do without.</summary>
public sealed record Mute : IState<Mute>
{
    public static Mute Initial { get; } = new();

    /// <summary>Since when; null while they are told everything.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Null: until they say otherwise.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool Covers(DateTimeOffset now) => Since is not null && (Until is not { } until || now < until);

    public Mute After(Fact fact) =>
        fact.Event switch
        {
            TellingsMuted muted => new() { Since = fact.RecordedAt, Until = muted.Until },
            TellingsUnmuted => Initial,
            _ => this,
        };
}
