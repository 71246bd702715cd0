namespace CrisisCommand.Klo;

/// <summary>How long the KLO waits for a person before it looks for the next one (section <c>CrisisCommand</c>).</summary>
public sealed record KloTimes
{
    /// <summary>The longest that any of them may be: later than that, nobody is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long a summoned or called person has to answer, where the plan does not say it of the function.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long somebody who says that they come, but not when, has to be in place.</summary>
    public TimeSpan ArriveWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after the time that they gave a person is still waited for.</summary>
    public TimeSpan ArrivalGrace { get; init; } = TimeSpan.FromMinutes(10);

    public bool AreSane => Sane(AnswerWithin) && Sane(ArriveWithin) && ArrivalGrace >= TimeSpan.Zero && ArrivalGrace <= Longest;

    /// <param name="minutes">As the plan says it of the function.</param>
    public DateTimeOffset AnswerBy(int? minutes, DateTimeOffset now) =>
        now + (minutes is { } planned ? TimeSpan.FromMinutes(planned) : AnswerWithin);

    /// <summary>When somebody who comes is missed. However late they say that they come, a function does not wait longer than the longest.</summary>
    public DateTimeOffset MissedAt(DateTimeOffset? eta, DateTimeOffset answeredAt) =>
        eta is not { } expected ? answeredAt + ArriveWithin
        : expected > answeredAt + Longest ? answeredAt + Longest
        : expected + ArrivalGrace;

    private static bool Sane(TimeSpan time) => time > TimeSpan.Zero && time <= Longest;
}
