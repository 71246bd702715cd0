using CrisisCommand.Platform;

namespace CrisisCommand.Journal;

/// <summary>An entry is put right by a new fact, as often as need be, also after the stand-down.</summary>
public sealed record CorrectEntry(CommittedText Text, CommittedText Why)
{
    /// <param name="entry">The event id of the entry itself, also when it was corrected before.</param>
    public Outcome Decide(LogBook log, Guid entry) =>
        log.Entries.Contains(entry) ? Outcome.Happened(new EntryCorrected(entry, Text, Why))
        : log.Corrections.Contains(entry) ? JournalRefusals.UnknownEntry.As("correction").With(entry.ToString())
        : JournalRefusals.UnknownEntry.With(entry.ToString());
}

public static class CorrectEntryEndpoint
{
    public static void MapCorrectEntry(this IEndpointRouteBuilder api) =>
        api.MapPost("/crises/{crisisId:guid}/entries/{eventId:guid}/correction", Post)
            .Command("CorrectEntry", "Journal", Capability.CorrectJournal)
            .Created<EventRecorded>();

    private static Task<IResult> Post(
        Command<CorrectEntry> command,
        Guid crisisId,
        Guid eventId,
        CommandHandler handler,
        CancellationToken token
    ) =>
        handler.Handle(
            command.Envelope,
            StreamKinds.Crisis,
            crisisId,
            s => command.Content.Decide(s.State<LogBook>(), eventId),
            facts => JournalModule.Recorded(handler, facts),
            token
        );
}
