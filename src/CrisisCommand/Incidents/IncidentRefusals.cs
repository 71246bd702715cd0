using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Incidents;

/// <summary>Why a command about an incident is refused.</summary>
public static class IncidentRefusals
{
    /// <summary>The incident is closed; a new one is reported instead.</summary>
    public static readonly Refusal Closed = new("incidents.closed");

    /// <summary>What is said to have happened has not happened yet.</summary>
    public static readonly Refusal InTheFuture = new("incidents.in-the-future", 400, "#/occurredAt");

    /// <summary>It is said to have happened so long before it was reported that nobody can mean it.</summary>
    public static readonly Refusal TooLongAgo = new("incidents.too-long-ago", 400, "#/occurredAt");

    /// <summary>The cursor is none that a page of this list gave.</summary>
    public static readonly Refusal CursorInvalid = new("incidents.cursor-invalid", 400);

    /// <summary>No incident of that id in this realm.</summary>
    public static readonly Refusal Unknown = new("incidents.unknown", 404);

    /// <summary>An incident is no duplicate of itself.</summary>
    public static readonly Refusal DuplicateOfItself = new("incidents.duplicate-of-itself", 400, "#/of");

    /// <summary>No incident of that id in this realm that could be the original.</summary>
    public static readonly Refusal UnknownOriginal = new("incidents.unknown-original", 400, "#/of");

    /// <summary>What is over cannot be what is handled in its place.</summary>
    public static readonly Refusal OriginalNotOpen = new("incidents.original-not-open", 409, "#/of");

    /// <summary>It is marked as a duplicate of the one that the problem names.</summary>
    public static readonly Refusal DuplicateAlready = new("incidents.duplicate-already");

    /// <summary>That one is a duplicate itself, of the one that the problem names.</summary>
    public static readonly Refusal DuplicateOfDuplicate = new("incidents.duplicate-of-duplicate", 409, "#/of");

    /// <summary>Others are marked as duplicates of it: they would be led from one to the next.</summary>
    public static readonly Refusal HasDuplicates = new("incidents.has-duplicates");

    /// <summary>It is not marked as a duplicate.</summary>
    public static readonly Refusal NoDuplicate = new("incidents.no-duplicate", 404);

    /// <summary>Why it cannot have happened when it is said to have; null where it can. News is written down when it comes, and needs no reason.</summary>
    /// <param name="since">When the incident was reported.</param>
    public static Refusal? RefuseTime(DateTimeOffset? occurredAt, DateTimeOffset now, DateTimeOffset since) =>
        Occurrence.FaultOf(occurredAt, now, since, explained: true) switch
        {
            null => null,
            TimeFault.InTheFuture => InTheFuture,
            _ => TooLongAgo,
        };
}
