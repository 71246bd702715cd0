namespace CrisisCommand.Alarms.Cap;

/// <summary>Who may act on the alert (CAP 1.2 §3.2.1 status).</summary>
public enum CapStatus
{
    Actual,
    Exercise,
    System,
    Test,
    Draft,
}

/// <summary>What the message does to those before it (CAP 1.2 §3.2.1 msgType).</summary>
public enum CapMsgType
{
    Alert,
    Update,
    Cancel,
    Ack,
    Error,
}

/// <summary>For whom the message is (CAP 1.2 §3.2.1 scope).</summary>
public enum CapScope
{
    Public,
    Restricted,
    Private,
}

/// <summary>Kind of event (CAP 1.2 §3.2.2 category).</summary>
public enum CapCategory
{
    Geo,
    Met,
    Safety,
    Security,
    Rescue,
    Fire,
    Health,
    Env,
    Transport,
    Infra,
    CBRNE,
    Other,
}

/// <summary>What people are told to do (CAP 1.2 §3.2.2 responseType).</summary>
public enum CapResponseType
{
    Shelter,
    Evacuate,
    Prepare,
    Execute,
    Avoid,
    Monitor,
    Assess,
    AllClear,
    None,
}

/// <summary>How soon to act (CAP 1.2 §3.2.2 urgency).</summary>
public enum CapUrgency
{
    Immediate,
    Expected,
    Future,
    Past,
    Unknown,
}

/// <summary>How grave the threat is (CAP 1.2 §3.2.2 severity).</summary>
public enum CapSeverity
{
    Extreme,
    Severe,
    Moderate,
    Minor,
    Unknown,
}

/// <summary>How sure the sender is (CAP 1.2 §3.2.2 certainty).</summary>
public enum CapCertainty
{
    Observed,
    Likely,
    Possible,
    Unlikely,
    Unknown,
}

/// <summary>A value of an enumeration that a later CAP may widen: the text as sent, and its meaning where CAP 1.2 knows it.</summary>
public sealed record CapTerm<TTerm>(string Text, TTerm? Known)
    where TTerm : struct, Enum;
