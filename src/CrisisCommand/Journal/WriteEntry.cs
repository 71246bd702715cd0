using CrisisCommand.Platform;

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
    /// <summary>How long after it happened something may be written without saying why it comes late (architecture.md §6).</summary>
    public static readonly TimeSpan Timely = TimeSpan.FromMinutes(15);

    public Outcome Decide(LogBook log, DateTimeOffset now)
    {
        var happened = OccurredAt ?? now;
        return Clock.IsFuture(OccurredAt, now) ? JournalRefusals.InTheFuture
            : log.StoodDownAt is { } end && (happened > end || LateReason is null) ? JournalRefusals.StoodDown
            : happened < now - Timely && LateReason is null ? JournalRefusals.LateReasonRequired
            : Outcome.Happened(new EntryWritten(happened, Text, Category ?? EntryCategory.Observation, LateReason));
    }
}

public static class WriteEntryEndpoint
{
    public static void MapWriteEntry(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/entries", Post)
            .Command("WriteEntry", "Journal", Capability.WriteJournal)
            .Created<EventRecorded>();

    private static Task<IResult> Post(Command<WriteEntry> command, Guid crisisId, CommandHandler handler, CancellationToken token) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), command.Envelope.Now),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
