using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Kit;

/// <summary>Why something is not printed.</summary>
public static class KitRefusals
{
    /// <summary>The number of log sheets is none from 1 to 50.</summary>
    public static readonly Refusal InvalidSheets = new("kit.invalid-sheets", 400, "?sheets");

    /// <summary>No plan of that name is adopted.</summary>
    public static readonly Refusal UnknownPlan = new("kit.unknown-plan", 404, "?plan");

    /// <summary>The sheet of the paper log is no number from 1.</summary>
    public static readonly Refusal InvalidSheet = new("kit.invalid-sheet", 400, "?sheet");

    /// <summary>The quarter of that sheet has not begun.</summary>
    public static readonly Refusal SheetNotBegun = new("kit.sheet-not-begun", 404, "?sheet");

    /// <summary>The line that a sheet is to begin with is neither in the journal nor the next one.</summary>
    public static readonly Refusal UnknownLine = new("kit.unknown-line", 400, "?from");
}
