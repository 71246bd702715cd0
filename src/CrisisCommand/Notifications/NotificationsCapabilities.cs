using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Notifications;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class NotificationsCapabilities
{
    public static readonly Capability RecordNotice = new("record-notice");
    public static readonly Capability MuteOneself = new("mute-oneself");
}
