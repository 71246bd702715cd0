using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Notifications.Telling;

/// <summary>Whom a fact concerns.</summary>
public enum Circle
{
    Nobody,

    /// <summary>The person whom the fact names.</summary>
    Named,

    /// <summary>Who leads the crisis, and the chief of staff.</summary>
    Leadership,
    ChiefOfStaff,

    /// <summary>Who acts in the function that the fact names.</summary>
    Holder,

    /// <summary>Who holds the function that the fact names; nobody where it is vacant.</summary>
    InPlace,

    /// <summary>Who acts in the function that was to carry the decision out, until this fact.</summary>
    FormerExecutor,

    /// <summary>Who offered the handover.</summary>
    Offering,

    /// <summary>Everybody in place, on the way, or called and not heard of.</summary>
    Klo,

    /// <summary>Everybody in place or on the way.</summary>
    Staff,

    /// <summary>Who can say that it is over beside the one who proposed it.</summary>
    Confirming,

    /// <summary>Who has taken the alarm, or handles it.</summary>
    Taker,

    /// <summary>Whom the right concerns, and who leads by plan.</summary>
    ConcernedAndLeaders,

    /// <summary>Who runs the system.</summary>
    Operators,
}

/// <summary>How a message is sent, and whether its receiver may do without it.</summary>
public enum Urgency
{
    /// <summary>An answer is waited for: one channel after the other, and then a person calls. Nobody can mute it.</summary>
    Called,

    /// <summary>It has to be known: the channels in the person's order until one takes it, and then a person calls. Nobody can mute it.</summary>
    Told,

    /// <summary>It has to be known, and stands where the person reads it: nobody calls. Nobody can mute it.</summary>
    Noted,

    /// <summary>A text message or an e-mail, no call. Whoever muted themself is spared it, and whoever has had many.</summary>
    Mentioned,
}

/// <summary>Of an event: who is told, in the words of which purpose; or why nobody is.</summary>
/// <param name="Because">Null where somebody is told.</param>
public sealed record Audience(Type Event, Circle Who, NoticePurpose? Purpose, string? Because = null)
{
    public static Audience Told<TEvent>(Circle who, NoticePurpose purpose)
        where TEvent : IDomainEvent => new(typeof(TEvent), who, purpose);

    public static Audience Nobody<TEvent>(string because)
        where TEvent : IDomainEvent => new(typeof(TEvent), Circle.Nobody, null, because);
}
