using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

public static class BoardsModule
{
    public static void AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<BoardHistory>();
        services.AddSingleton<LinkedIncidents>();
        services.AddSingleton<BoardPresentation>();
        services.AddSingleton<ServedBoards>();
        services.AddSingleton<MyCrisisReading>();
        services.AddSingleton<BoardFeeds>();
        services.AddSingleton<BoardStream>();
        services.AddSingleton<BoardJsonForm>();
        services.AddSingleton(new Facts().State<Board>(StreamKinds.Crisis).Json(BoardsJson.Default));
    }

    public static void MapBoards(this IEndpointRouteBuilder api)
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
