using System.Collections.Immutable;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Timeline;

/// <summary>How a function came to who held it.</summary>
public enum Passing
{
    Staffed,
    HandedOver,
}

/// <summary>One person's time in a function.</summary>
/// <param name="To">Null while it lasts: until the next holder, or the stand-down.</param>
public sealed record Tenure(PersonId Person, Mandate Mandate, Passing Passing, DateTimeOffset From, DateTimeOffset? To = null);

/// <summary>One function through the crisis.</summary>
public sealed record FunctionHistory(FunctionKey Function)
{
    public DateTimeOffset? SummonedAt { get; init; }
    public ImmutableArray<Tenure> Tenures { get; init; } = [];

    /// <summary>From the first summons until somebody was in place; null where either is missing.</summary>
    public TimeSpan? DelayToFirst => Tenures is [var first, ..] && SummonedAt is { } summoned ? first.From - summoned : null;
}

/// <summary>Who held which function, from when to when, by what right and by which way: a pure fold.</summary>
public sealed record StaffingHistory : IState<StaffingHistory>
{
    public static StaffingHistory Initial { get; } = new();

    /// <summary>In the plan's order.</summary>
    public ImmutableArray<FunctionHistory> Functions { get; init; } = [];

    public StaffingHistory After(Fact fact) =>
        fact.Event switch
        {
            KloConvened convened => this with { Functions = [.. convened.Functions.Select(f => new FunctionHistory(f.Function))] },
            FunctionSummoned summoned => Change(summoned.Function, f => f with { SummonedAt = f.SummonedAt ?? fact.RecordedAt }),
            FunctionStaffed staffed => Change(
                staffed.Function,
                f => Pass(f, new(staffed.Person, staffed.Mandate, Passing.Staffed, fact.RecordedAt))
            ),
            HandoverAccepted accepted => Change(
                accepted.Function,
                f => Pass(f, new(accepted.To, accepted.Mandate, Passing.HandedOver, fact.RecordedAt))
            ),
            KloStoodDown _ => this with { Functions = [.. Functions.Select(f => End(f, fact.RecordedAt))] },
            _ => this,
        };

    private StaffingHistory Change(FunctionKey function, Func<FunctionHistory, FunctionHistory> change) =>
        this with
        {
            Functions = [.. Functions.Select(f => f.Function == function ? change(f) : f)],
        };

    private static FunctionHistory Pass(FunctionHistory function, Tenure next)
    {
        var ended = End(function, next.From);
        return ended with { Tenures = ended.Tenures.Add(next) };
    }

    private static FunctionHistory End(FunctionHistory function, DateTimeOffset at) =>
        function.Tenures is [.., { To: null } last]
            ? function with
            {
                Tenures = function.Tenures.SetItem(function.Tenures.Length - 1, last with { To = at }),
            }
            : function;
}
