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
}
