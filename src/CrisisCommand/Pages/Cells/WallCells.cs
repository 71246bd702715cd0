namespace CrisisCommand.Pages.Cells;

/// <summary>One cell of the board: its place on the page, and how it is drawn.</summary>
public sealed record WallCell(string Id, Type Component);

/// <summary>The cells of the board, the same live on the wall, on the phone and in the time machine.</summary>
public static class WallCells
{
    public static IReadOnlyList<WallCell> All { get; } =
    [
        new("head", typeof(WallHead)),
        new("functions", typeof(WallFunctions)),
        new("situation", typeof(WallSituation)),
        new("incidents", typeof(WallIncidents)),
        new("decisions", typeof(WallDecisions)),
        new("tasks", typeof(WallTasks)),
        new("journal", typeof(WallJournal)),
    ];

    public static Dictionary<string, object?> With(BoardModel model) => new() { ["Model"] = model };
}
