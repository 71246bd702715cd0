using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;

namespace CrisisCommand.Journal;

/// <summary>An entry is put right by a new fact, as often as need be, also after the stand-down.</summary>
/// <param name="OccurredAt">When it happened in truth; null where the time that was written stands.</param>
public sealed record CorrectEntry(CommittedText Text, CommittedText Why, DateTimeOffset? OccurredAt = null)
{
    /// <param name="entry">The event id of the entry itself, also when it was corrected before.</param>
    public Outcome Decide(LogBook log, Guid entry, DateTimeOffset now) =>
        // A correction says why as it is.
        Occurrence.FaultOf(OccurredAt, now, log.DeclaredAt, explained: true)
            is { } fault
            ? JournalRefusals.Of(fault)
        : log.Entries.Contains(entry) ? Outcome.Happened(new EntryCorrected(entry, Text, Why, OccurredAt))
        : log.Corrections.Contains(entry) ? JournalRefusals.UnknownEntry.As("correction").With(entry.ToString())
        : JournalRefusals.UnknownEntry.With(entry.ToString());
}

public static class CorrectEntryEndpoint
{
    public static void MapCorrectEntry(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/entries/{eventId:guid}/correction", Post)
            .Command("CorrectEntry", "Journal", JournalCapabilities.CorrectJournal)
            .Created<EventRecorded>();

    private static Task<IResult> Post(
        Command<CorrectEntry> command,
        Guid crisisId,
        Guid eventId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Context,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), eventId, command.Context.Now),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
