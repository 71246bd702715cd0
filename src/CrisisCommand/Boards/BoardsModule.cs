using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Boards;

public static class BoardsModule
{
    /// <summary>Openings of streams, by reader.</summary>
    public const string StreamLimit = "Streams";
    private static readonly Allowance UsualStreamLimit = new(120, 600);

    public static void AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<BoardHistory>();
        services.AddSingleton<LinkedIncidents>();
        services.AddSingleton<BoardPresentation>();
        services.AddSingleton<BoardHash>();
        services.AddSingleton<ServedBoards>();
        services.AddSingleton<MyCrisisReading>();
        services.AddSingleton<BoardSources>();
        services.AddSingleton<BoardFeeds>();
        services.AddSingleton<BoardStream>();
        services.AddLimit(StreamLimit, UsualStreamLimit);
        services.AddSingleton<BoardJsonForm>();
        services.AddFeature(new Facts(BoardsJson.Default).State<Board>(StreamKinds.Crisis), MapBoards);
    }

    private static void MapBoards(this IEndpointRouteBuilder api)
    {
        api.MapGetBoard();
        api.MapStreamBoard();
        api.MapGetBoardDifference();
        api.MapGetMyCrisis();
    }
}

[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(BoardDifferenceShown))]
[JsonSerializable(typeof(MyCrisis))]
public sealed partial class BoardsJson : JsonSerializerContext;
