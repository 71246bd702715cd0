using System.Collections.Immutable;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Notifications.Telling;

/// <summary>
/// Who is told of what: every event of the product, once for each circle that it concerns. A new event stands here before it is stored; a
/// person who is told needs a purpose with its words in the resources, <c>notifications.{purpose}.…</c>.
/// </summary>
public static class Audiences
{
    public static readonly ImmutableArray<Audience> All = [.. CrisisAudiences.All, .. AlarmAudiences.All, .. HouseAudiences.All];

    private static readonly ILookup<Type, Audience> ByEvent = All.Where(a => a.Purpose is not null).ToLookup(a => a.Event);

    /// <summary>What is not waited for: it goes its own way, so that no summons and no alarm waits behind it.</summary>
    private static readonly NoticePurpose[] Tellings =
    [
        NoticePurpose.StandDown,
        NoticePurpose.StandDownProposal,
        NoticePurpose.Annulment,
        NoticePurpose.Merger,
        NoticePurpose.TaskOverdue,
        NoticePurpose.DecisionOverdue,
        NoticePurpose.Briefing,
        NoticePurpose.BriefingMoved,
        NoticePurpose.BriefingCancelled,
        NoticePurpose.Task,
        NoticePurpose.Level,
        NoticePurpose.Decision,
        NoticePurpose.DecisionVoid,
        NoticePurpose.HandoverTaken,
        NoticePurpose.HandoverDeclined,
        NoticePurpose.Relieved,
        NoticePurpose.ReliefCancelled,
        NoticePurpose.Reorganisation,
        NoticePurpose.AlarmGraver,
        NoticePurpose.AlarmOnAgain,
        NoticePurpose.AlarmTakenBack,
        NoticePurpose.AlarmPassed,
    ];

    /// <summary>Events whose messages are waited for, or were there before tellings had a way of their own.</summary>
    public static readonly Type[] OfNotices = EventsOf(p => !IsTelling(p) && p is not (NoticePurpose.Access or NoticePurpose.Reach));

    public static readonly Type[] OfRights = EventsOf(p => p is NoticePurpose.Access or NoticePurpose.Reach);

    public static readonly Type[] OfTellings = EventsOf(IsTelling);

    /// <summary>What is told when a crisis is over, and because it is.</summary>
    private static readonly NoticePurpose[] Outliving =
    [
        NoticePurpose.StandDown,
        NoticePurpose.Annulment,
        NoticePurpose.Merger,
        NoticePurpose.Access,
        NoticePurpose.Reach,
    ];

    /// <summary>Whether it is told though its crisis is over; of all else nobody needs to hear any more.</summary>
    public static bool OutlivesCrisis(NoticePurpose purpose) => Outliving.Contains(purpose);

    public static bool IsTelling(NoticePurpose purpose) => Tellings.Contains(purpose);

    /// <summary>Those rows of an event that tell somebody.</summary>
    public static IEnumerable<Audience> Of(IDomainEvent happened) => ByEvent[happened.GetType()];

    public static Urgency UrgencyOf(NoticePurpose purpose) =>
        purpose switch
        {
            NoticePurpose.Summons
            or NoticePurpose.Call
            or NoticePurpose.Alert
            or NoticePurpose.AlertSummary
            or NoticePurpose.StandDownProposal => Urgency.Called,
            NoticePurpose.Access or NoticePurpose.Reach or NoticePurpose.Information => Urgency.Noted,
            NoticePurpose.Briefing
            or NoticePurpose.BriefingMoved
            or NoticePurpose.BriefingCancelled
            or NoticePurpose.Task
            or NoticePurpose.TaskOverdue
            or NoticePurpose.DecisionOverdue
            or NoticePurpose.Level
            or NoticePurpose.Decision
            or NoticePurpose.DecisionVoid
            or NoticePurpose.HandoverTaken
            or NoticePurpose.HandoverDeclined
            or NoticePurpose.Relieved
            or NoticePurpose.Reorganisation
            or NoticePurpose.AlarmTakenBack
            or NoticePurpose.AlarmPassed => Urgency.Mentioned,
            _ => Urgency.Told,
        };

    private static Type[] EventsOf(Func<NoticePurpose, bool> those) =>
        [.. All.Where(a => a.Purpose is { } purpose && those(purpose)).Select(a => a.Event).Distinct()];
}
