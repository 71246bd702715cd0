namespace CrisisCommand.Klo.Endurance;

/// <summary>How long a person may be in function.</summary>
public sealed class EnduranceOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "CrisisCommand:Endurance";

    /// <summary>The longest time in one function without relief: the eight hours of the manual, which says them from here.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long before that it is said that relief is needed.</summary>
    public TimeSpan WarnBefore { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long after the beginning it is said.</summary>
    public TimeSpan WarnAfter => Longest - WarnBefore;

    public bool IsSound => Longest > TimeSpan.Zero && WarnBefore >= TimeSpan.Zero && WarnBefore < Longest;
}
