using CrisisCommand.Klo;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Boards;

/// <summary>What came between two boards of a crisis, as they were known.</summary>
/// <param name="Changes">What the later one shows otherwise, cell by cell.</param>
/// <param name="LineCount">How many facts the journal has between them.</param>
/// <param name="Lines">Those facts, in the order recorded; of very many the last 200, the rest is in the timeline.</param>
public sealed record BoardDifferenceShown(
    Guid CrisisId,
    long From,
    long To,
    DateTimeOffset FromRecordedAt,
    DateTimeOffset ToRecordedAt,
    IReadOnlyList<BoardChange> Changes,
    long LineCount,
    IReadOnlyList<BoardLine> Lines
);

public static class GetBoardDifferenceEndpoint
{
    /// <summary>The difference between the boards of two versions.</summary>
    public static void MapGetBoardDifference(this IEndpointRouteBuilder api) =>
        api.MapGet("/crises/{crisisId:guid}/board/difference", Get)
            .Read<BoardDifferenceShown>("GetBoardDifference", "Boards", KloCapabilities.ReadCrisis);

    private static async Task<IResult> Get(
        HttpContext http,
        Guid crisisId,
        string? from,
        string? to,
        Journals journals,
        BoardHistory history,
        BoardPresentation presentation,
        CancellationToken token
    )
    {
        var reader = Reader.Of(http);
        if (await journals.Load(reader.Realm, StreamKinds.Crisis, crisisId, token) is not { } head)
        {
            return Answers.Problem(Problems.NotFound);
        }

        var (first, last) = (BoardQuery.NumberOf(from, head.Version), BoardQuery.NumberOf(to, head.Version));
        var refusal = Refuse(first, "?from", head) ?? Refuse(last, "?to", head) ?? (first > last ? BoardRefusals.FromAfterTo : null);
        if (refusal is not null)
        {
            return Answers.Problem(refusal);
        }

        var before = await history.AtVersion(reader.Realm, crisisId, first!.Value, token);
        var after = await history.AtVersion(reader.Realm, crisisId, last!.Value, token);
        // Versions never change, so this answer is the same for ever but for erased texts.
        return TypedResults.Ok(await presentation.Difference(before!, after!, reader, crisisId, token));
    }

    private static Refusal? Refuse(long? version, string pointer, StreamSnapshot head) =>
        version switch
        {
            null => BoardRefusals.NoVersion with { Pointer = pointer },
            0 => (BoardRefusals.UnknownVersion with { Pointer = pointer }).With($"{head.Version}"),
            _ => null,
        };
}
