using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Journal;

/// <summary>The log keeper writes what was seen, heard or done. What comes late says why.</summary>
/// <param name="OccurredAt">When it happened; now where nobody says otherwise.</param>
public sealed record WriteEntry(
    CommittedText Text,
    DateTimeOffset? OccurredAt = null,
    EntryCategory? Category = null,
    CommittedText? LateReason = null
)
{
    public Outcome Decide(LogBook log, DateTimeOffset now)
    {
        var happened = OccurredAt ?? now;
        var fault = Occurrence.FaultOf(OccurredAt, now, log.DeclaredAt, explained: LateReason is not null);
        return fault is TimeFault.InTheFuture or TimeFault.TooLongAgo ? JournalRefusals.Of(fault.Value)
            : log.StoodDownAt is { } end && (happened > end || LateReason is null) ? JournalRefusals.StoodDown
            : fault is { } late ? JournalRefusals.Of(late)
            : Outcome.Happened(new EntryWritten(happened, Text, Category ?? EntryCategory.Observation, LateReason));
    }
}

public static class WriteEntryEndpoint
{
    public static void MapWriteEntry(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/entries", Post)
            .Command("WriteEntry", "Journal", JournalCapabilities.WriteJournal)
            .Created<EventRecorded>();

    private static Task<IResult> Post(Command<WriteEntry> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), command.Context.Now),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
