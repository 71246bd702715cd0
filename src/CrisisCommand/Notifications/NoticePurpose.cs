namespace CrisisCommand.Notifications;

/// <summary>What a notice is for. Its words stand in the resources under <c>notifications.{purpose}.{channel}</c>.</summary>
public enum NoticePurpose
{
    /// <summary>The person is called to a function and is to answer.</summary>
    Summons,

    /// <summary>A function stands vacant: its deputy order is exhausted.</summary>
    Vacancy,

    /// <summary>A function is offered to the person.</summary>
    Handover,

    /// <summary>The person holds a function, and is asked for a sign of life.</summary>
    Call,

    /// <summary>A function was taken over from a silent holder.</summary>
    Takeover,

    /// <summary>Somebody will soon have been in function for too long.</summary>
    Endurance,

    /// <summary>The person is to relieve a function's holder.</summary>
    Relief,

    /// <summary>An alarm that the person is to acknowledge.</summary>
    Alert,

    /// <summary>An alarm that others are called about: for who leads by plan, without an answer.</summary>
    Information,

    /// <summary>Alarms of one sender that were held back, counted in one line.</summary>
    AlertSummary,

    /// <summary>Messages about alarms have reached a bound.</summary>
    MessageBound,

    /// <summary>A right was given, proposed or taken: for the person and for who leads by plan.</summary>
    Access,

    /// <summary>The person is reached elsewhere from now on: told where they were reached before.</summary>
    Reach,

    /// <summary>The KLO stood down: whoever was on the way need not come, and whoever is in place may leave.</summary>
    StandDown,

    /// <summary>The crisis was a mistake: the same, and why.</summary>
    Annulment,

    /// <summary>The crisis was a double of another, which goes on.</summary>
    Merger,

    /// <summary>What the person's function was to do is late.</summary>
    TaskOverdue,

    /// <summary>A decision that was to be carried out is late.</summary>
    DecisionOverdue,

    /// <summary>One says that it is over, and waits for a second person.</summary>
    StandDownProposal,

    /// <summary>The staff is called to a briefing.</summary>
    Briefing,

    /// <summary>Another time, place or agenda of a briefing that was called.</summary>
    BriefingMoved,
    BriefingCancelled,

    /// <summary>A function is to do something.</summary>
    Task,

    /// <summary>How far the organisation is raised was set.</summary>
    Level,

    /// <summary>A decision that the person's function is to carry out.</summary>
    Decision,

    /// <summary>A decision that it is not to carry out any more.</summary>
    DecisionVoid,

    /// <summary>What the person offered was taken.</summary>
    HandoverTaken,
    HandoverDeclined,

    /// <summary>Somebody is planned to relieve the person.</summary>
    Relieved,
    ReliefCancelled,

    /// <summary>The KLO goes over to another plan.</summary>
    Reorganisation,

    /// <summary>An alarm that the person has taken is graver than it ever was.</summary>
    AlarmGraver,

    /// <summary>An alarm that the person has taken, and that was said to be over, goes on.</summary>
    AlarmOnAgain,

    /// <summary>Its sender takes back an alarm that the person has taken.</summary>
    AlarmTakenBack,

    /// <summary>Its sender says of an alarm that the person has taken that nobody need act any more.</summary>
    AlarmPassed,
}
