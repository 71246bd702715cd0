using CrisisCommand.Boards;
using CrisisCommand.Klo;

namespace CrisisCommand.Pages.Cells;

/// <summary>How one function stands, as it is read across a room.</summary>
public enum Stand
{
    /// <summary>Somebody holds it.</summary>
    Held,

    /// <summary>Somebody holds it and does not answer.</summary>
    HolderSilent,

    /// <summary>Somebody said that they come.</summary>
    Coming,

    /// <summary>Somebody is summoned and has not answered yet.</summary>
    Summoned,

    /// <summary>Whoever was summoned did not answer in time, and the next is not called yet.</summary>
    Silent,

    /// <summary>Nobody holds it and nobody is on the way.</summary>
    Vacant,
}

/// <param name="Name">Of whom it is told; null where names are not for the reader, or nobody is meant.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="Due">When the arrival or the answer is expected.</param>
/// <param name="Touched">The last time that anything became of the function.</param>
public sealed record FunctionStand(Stand Stand, string? Name, DateTimeOffset? Since, DateTimeOffset? Due, DateTimeOffset? Touched)
{
    public static FunctionStand Of(BoardFunction function)
    {
        var touched = Touches(function).Max();
        if (function.Holder is { } holder)
        {
            return function.HolderSilentSince is { } silent
                ? new(Stand.HolderSilent, function.HolderName ?? holder.Value, silent, null, touched)
                : new(Stand.Held, function.HolderName ?? holder.Value, function.HeldSince, null, touched);
        }

        if (function.VacantSince is { } vacant)
        {
            return new(Stand.Vacant, null, vacant, null, touched);
        }

        return function.Summons.LastOrDefault(s => s is { Answer: SummonsAnswer.Coming, OverdueAt: null, ArrivedAt: null }) is { } coming
                ? new(Stand.Coming, NameOf(coming), coming.SummonedAt, coming.Eta, touched)
            : function.Summons.LastOrDefault(s => s is { Answer: null, SilentAt: null, ArrivedAt: null }) is { } summoned
                ? new(Stand.Summoned, NameOf(summoned), summoned.SummonedAt, summoned.AnswerBy, touched)
            : function.Summons.LastOrDefault() is { } last
                ? new(Stand.Silent, NameOf(last), last.SilentAt ?? last.SummonedAt, null, touched)
            : new(Stand.Vacant, null, null, null, touched);
    }

    private static string NameOf(BoardSummons summons) => summons.Name ?? summons.Person.Value;

    private static IEnumerable<DateTimeOffset?> Touches(BoardFunction function) =>
        function
            .Summons.SelectMany(s => new[] { s.SummonedAt, s.SilentAt, s.OverdueAt, s.ArrivedAt })
            .Concat([
                function.HeldSince,
                function.VacantSince,
                function.HolderSilentSince,
                function.Handover?.OfferedAt,
                function.Call?.CalledAt,
            ])
            .Append(function.TakenOver?.At);
}
