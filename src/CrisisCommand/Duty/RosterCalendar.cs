using CrisisCommand.Platform.Store;

namespace CrisisCommand.Duty;

/// <summary>
/// A calendar byte for byte as it was received. A document and no event: names and notes stand in it that people wrote, and must be erasable.
/// </summary>
/// <param name="Id">The id of the command that brought it.</param>
/// <param name="MediaType">As the sender gave it, parameters and all.</param>
public sealed record RosterCalendar(
    Guid Id,
    RosterLayer Layer,
    string MediaType,
    CalendarDigest Digest,
    DateTimeOffset ReceivedAt,
    byte[] Bytes
)
{
    public static RosterCalendar Of(CommandContext context, RosterLayer layer, string mediaType, byte[] bytes) =>
        new(context.CommandId, layer, mediaType, CalendarDigest.Of(bytes), context.Now, bytes);
}
