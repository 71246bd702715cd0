using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Crises;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class CrisesCapabilities
{
    public static readonly Capability LinkIncident = new("link-incident");
    public static readonly Capability StandDown = new("stand-down");

    /// <summary>Take back a crisis that was declared by mistake; whether it is the sender's, the rule tells.</summary>
    public static readonly Capability Annul = new("annul-crisis");

    /// <summary>Join a double with the crisis that goes on; likewise.</summary>
    public static readonly Capability Merge = new("merge-crisis");

    /// <summary>Say how far the organisation is raised.</summary>
    public static readonly Capability SetLevel = new("set-level");

    /// <summary>Call the staff to a briefing, or call it off.</summary>
    public static readonly Capability CallBriefing = new("call-briefing");
}
