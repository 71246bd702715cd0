using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Access;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class AccessCapabilities
{
    public static readonly Capability AdmitReader = new("admit-reader");
    public static readonly Capability GrantRole = new("grant-role");

    /// <summary>Give a right that one does not hold oneself: grant it, or confirm what another proposed. For who answers for the organisation.</summary>
    public static readonly Capability ConfirmGrant = new("confirm-grant");

    /// <summary>Let somebody in again who was shut out.</summary>
    public static readonly Capability ReopenAccess = new("reopen-access");

    /// <summary>Register machines; issue and revoke their keys.</summary>
    public static readonly Capability ManageKeys = new("manage-keys");

    /// <summary>End the sessions of somebody else.</summary>
    public static readonly Capability EndSessions = new("end-sessions");

    /// <summary>Have the keys made anew by which sessions and links are sealed.</summary>
    public static readonly Capability RotateKeys = new("rotate-keys");

    /// <summary>Who has which right since when and from whom, and which machines there are.</summary>
    public static readonly Capability ReadAccess = new("read-access");

    /// <summary>Incidents: outside crises, whether a reader reads words is told by how they read these.</summary>
    public static readonly Capability ReadIncidents = new("read-incidents");

    /// <summary>One incident, whose id one was given: for who is on duty, and for who reported it.</summary>
    public static readonly Capability ReadIncident = new("read-incident");
}
