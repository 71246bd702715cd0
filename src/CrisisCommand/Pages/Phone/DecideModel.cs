using CrisisCommand.Boards;
using CrisisCommand.Decisions;
using CrisisCommand.Pages.Cells;

namespace CrisisCommand.Pages.Phone;

/// <summary>The board as somebody decides on it, and its seal.</summary>
/// <param name="Receipt">Of the very board that is shown.</param>
/// <param name="Revised">The decision that the new one is to replace, if any.</param>
public sealed record DecideModel(PhoneModel Mine, string Receipt, DecisionShown? Revised)
{
    public BoardView Board => Mine.View!;

    public string Say(string key, params object?[] arguments) => Mine.Page.Say("decide." + key, arguments);

    /// <summary>The functions that nobody holds, or whose holder is silent.</summary>
    public IEnumerable<(BoardFunction Function, FunctionStand Stand)> Gaps =>
        Board.Functions.Select(f => (f, FunctionStand.Of(f))).Where(f => f.Item2.Stand != Stand.Held);
}
