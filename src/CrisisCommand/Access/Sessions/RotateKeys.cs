using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Access.Sessions;

/// <summary>
/// The keys that seal cookies, links and receipts may be in wrong hands, or their certificate is a new one: they are made anew. Every session
/// and every link is over, on every node; the signing secrets of machines are sealed anew and serve on.
/// </summary>
public sealed record RotateKeys(CommittedText Why)
{
    public Outcome Decide() => Outcome.Happened(new KeysRotated(Why));
}

public static class RotateKeysEndpoint
{
    public static void MapRotateKeys(this IEndpointRouteBuilder api) =>
        api.MapPost("/keys/rotation", Post).Command("RotateKeys", "Access", AccessCapabilities.RotateKeys);

    /// <summary>Of the whole installation: by a right of the live realm, whichever it is asked for in.</summary>
    private static async Task<IResult> Post(
        Command<RotateKeys> command,
        CommandHandler handler,
        KeyRotations rotations,
        CancellationToken token
    )
    {
        var handled = await handler.Carry(
            command.Context with
            {
                Realm = Realm.Live,
            },
            new Target(StreamKinds.Keys, KeyRotation.Stream, MayBeNew: true),
            (_, _) => command.Content.Decide(),
            [],
            null,
            token
        );
        if (handled is Handled.Answered { Answer.Status: < 300 })
        {
            // Also where the same command was carried out before: the node may have died in between.
            await rotations.Take(token);
        }

        return new AnswerResult(handled);
    }
}
