using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Sending;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class SendingCapabilities
{
    /// <summary>Say that a database is the one that is served: messages go out from it.</summary>
    public static readonly Capability StartSending = new("start-sending");

    /// <summary>What was sent to whom, and what waits for a person to call.</summary>
    public static readonly Capability ReadNotices = new("read-notices");
}
