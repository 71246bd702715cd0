using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Duty;

/// <summary>A swap does not come about; one that has begun ends now, and what was served stays served.</summary>
public sealed record WithdrawSwap(Guid Swap)
{
    public Outcome Decide(DutyRoster roster, DateTimeOffset now)
    {
        var at = DutyTimes.WholeSecond(now);
        return roster.Swaps.FirstOrDefault(s => s.Id == Swap) switch
        {
            null => DutyRefusals.UnknownSwap,
            { Withdrawn: true } => Outcome.Nothing,
            var swap when swap.End <= at => DutyRefusals.SwapIsOver,
            var swap when IsPassedOn(swap, roster) => DutyRefusals.SwapPassedOn,
            var swap => Outcome.Happened(new SwapWithdrawn(roster.Layer, Swap, swap.Start > at ? swap.Start : at)),
        };
    }

    /// <summary>Whoever was told last that the shift is theirs would come, and so would its owner.</summary>
    private static bool IsPassedOn(Swap swap, DutyRoster roster) =>
        roster.Swaps.SkipWhile(s => s.Id != swap.Id).Skip(1).Any(s => s.From == swap.To && s.Overlaps(swap.Start, swap.End));
}

public static class WithdrawSwapEndpoint
{
    public static void MapWithdrawSwap(this IEndpointRouteBuilder api) =>
        api.MapDelete("/duty/rosters/{layer}/swaps/{swapId:guid}", Delete).Command("WithdrawSwap", "Duty", DutyCapabilities.SwapShift);

    private static Task<IResult> Delete(
        Command<NoContent> command,
        RosterLayer layer,
        Guid swapId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Roster,
            layer.Stream,
            s => new WithdrawSwap(swapId).Decide(s.State<DutyRoster>(), command.Context.Now),
            token: token
        );
}
