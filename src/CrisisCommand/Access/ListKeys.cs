using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access;

/// <summary>A key of a machine, live or revoked; never the key itself, which we do not have.</summary>
/// <param name="RevokedAt">Null while it is taken.</param>
public sealed record KeyShown(
    KeyName Name,
    MachineKeyKind Kind,
    bool Live,
    DateTimeOffset IssuedAt,
    PersonId IssuedBy,
    DateTimeOffset? RevokedAt
)
{
    public static IReadOnlyList<KeyShown> Of(Standing standing) =>
        [
            .. standing.Keys.Select(k => new KeyShown(
                k.Key,
                k.Value.Kind,
                k.Value.IsLive,
                k.Value.IssuedAt,
                k.Value.IssuedBy,
                k.Value.RevokedAt
            )),
        ];
}

public static class ListKeysEndpoint
{
    /// <summary>The keys of one machine, by name.</summary>
    public static void MapListKeys(this IEndpointRouteBuilder api) =>
        api.MapGet("/machines/{machine}/keys", Get).Read<IReadOnlyList<KeyShown>>("ListKeys", "Access", AccessCapabilities.ReadAccess);

    private static async Task<IResult> Get(HttpContext http, PersonId machine, MachineReading reading, CancellationToken token) =>
        await reading.StandingOf(Reader.Of(http).Realm, machine, token) is { } standing
            ? TypedResults.Ok(KeyShown.Of(standing))
            : Answers.Problem(Problems.NotFound);
}
