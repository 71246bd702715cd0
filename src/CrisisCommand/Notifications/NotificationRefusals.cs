using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>Why a read or command about notices is refused.</summary>
public static class NotificationRefusals
{
    /// <summary>The cursor is none that a page of this list was given with.</summary>
    public static readonly Refusal CursorInvalid = new("notifications.cursor-invalid", 400, "after");

    /// <summary>A mute that would be over before it began.</summary>
    public static readonly Refusal MutedInThePast = new("notifications.muted-in-the-past", 400, "#/until");
}
