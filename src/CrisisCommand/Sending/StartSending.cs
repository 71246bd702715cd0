using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Sending;

/// <summary>A person says that the database is the one that is served from now on, and what becomes of the messages that waited.</summary>
/// <param name="Overdue">A person looks at each unless something else is said.</param>
public sealed record StartSending(CommittedText Why, OverdueMessages? Overdue = null)
{
    /// <param name="releases">How often this installation has seen that said, of whichever database.</param>
    public Outcome Decide(HoldReason? held, DatabaseSeen? seen, int releases, Guid database, DateTimeOffset now)
    {
        if (held is not { } reason)
        {
            return SendingRefusals.AlreadyOn;
        }

        if (seen is null || reason == HoldReason.NotLooked)
        {
            return SendingRefusals.NotLooked;
        }

        // Above both: what was said of the original counts for the original.
        var next = Math.Max(releases, seen.Mark?.Releases ?? 0) + 1;
        var id = seen.Mark?.Database ?? database;
        // Served as of now, so that a node without a memory of its own goes by it at its next look.
        var mark = new InstallationMark(InstallationMark.Key, id, seen.System, seen.Oid, seen.Timeline, next, now);
        return Outcome.Happened(new SendingStarted(Why, Overdue ?? OverdueMessages.Wait, reason, id, next)).Storing(mark);
    }
}

public static class StartSendingEndpoint
{
    public static void MapStartSending(this IEndpointRouteBuilder api) =>
        api.MapPost("/sending/start", Post).Command("StartSending", "Sending", SendingCapabilities.StartSending);

    private static Task<IResult> Post(Command<StartSending> command, SendingGate gate, CommandHandler handler, CancellationToken token)
    {
        var ((seen, releases), database) = (gate.Known, command.Context.CommandId);
        return handler.Handle(
            command.Context,
            new Target(StreamKinds.Sending, SendingRelease.Stream, MayBeNew: true),
            (_, _) =>
                command.Context.Realm.IsLive
                    ? command.Content.Decide(gate.Held, seen, releases, database, command.Context.Now)
                    : SendingRefusals.Exercise,
            [],
            token: token
        );
    }
}
