using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Crises;

/// <summary>Why a command about a crisis is refused.</summary>
public static class CrisisRefusals
{
    /// <summary>The crisis is stood down: only late entries and corrections are taken.</summary>
    public static readonly Refusal StoodDown = new("crises.stood-down");

    /// <summary>It is the open crisis that the problem names, unless it is said to be another.</summary>
    public static readonly Refusal AlreadyDeclared = new("crises.already-declared");

    /// <summary>Of the two persons who end a crisis one leads it.</summary>
    public static readonly Refusal StandDownWithoutLeader = new("crises.stand-down-without-leader");

    /// <summary>It was taken back already.</summary>
    public static readonly Refusal AlreadyAnnulled = new("crises.already-annulled");

    /// <summary>What has gone on for so long was no mistake: it is stood down.</summary>
    public static readonly Refusal AnnulledTooLate = new("crises.annulled-too-late");

    /// <summary>Another crisis was joined with it, and goes on in it alone: it is stood down.</summary>
    public static readonly Refusal HasJoined = new("crises.has-joined");

    /// <summary>Only who declared a crisis a short while ago, or leads it, takes it back or joins it with another.</summary>
    public static readonly Refusal NotYoursToEnd = new("crises.not-yours-to-end", 403);

    /// <summary>A crisis is no double of itself.</summary>
    public static readonly Refusal MergedIntoItself = new("crises.merged-into-itself", 400, "#/into");

    /// <summary>No crisis of that id that the sender knows of.</summary>
    public static readonly Refusal UnknownCrisis = new("crises.unknown-crisis", 400, "#/into");

    /// <summary>The crisis that is to go on is over itself.</summary>
    public static readonly Refusal MergedIntoEnded = new("crises.merged-into-ended", 409, "#/into");

    /// <summary>No incident of that id in this realm.</summary>
    public static readonly Refusal UnknownIncident = new("crises.unknown-incident", 400, "#/incidentIds");

    /// <summary>The same incident is named twice.</summary>
    public static readonly Refusal IncidentTwice = new("crises.incident-twice", 400, "#/incidentIds");

    /// <summary>No such plan is adopted in this realm.</summary>
    public static readonly Refusal UnknownPlan = new("crises.unknown-plan", 400, "#/plan");

    /// <summary>Nobody comes to a briefing that has been.</summary>
    public static readonly Refusal BriefingInThePast = new("crises.briefing-in-the-past", 400, "#/at");

    /// <summary>No staff briefing is ahead that could be called off.</summary>
    public static readonly Refusal NoBriefing = new("crises.no-briefing", 404);

    /// <summary>The incident is not linked to this crisis.</summary>
    public static readonly Refusal NotLinked = new("crises.not-linked", 404);
}
