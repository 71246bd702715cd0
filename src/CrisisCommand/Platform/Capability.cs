namespace CrisisCommand.Platform;

/// <summary>
/// What an endpoint asks of its caller. Every endpoint names one; who has it, and from which events, is the Access feature's to say.
/// </summary>
public enum Capability
{
    /// <summary>Kinds, areas and the like: whoever has a valid token.</summary>
    ReadReference,

    RaiseAlarm,

    /// <summary>An alarm as received: its sender its own, our duty organisation all.</summary>
    ReadAlarm,

    ReportIncident,

    /// <summary>Verify, assess, report on and close incidents.</summary>
    HandleIncident,
    ReadIncidents,

    DeclareCrisis,
    ListCrises,

    /// <summary>The crisis, its board, timeline and report; without it the crisis is not there (404).</summary>
    ReadCrisis,

    /// <summary>Raw events with the openings of their texts.</summary>
    ReadJournal,
    LinkIncident,
    StandDown,

    /// <summary>Say how far the organisation is raised.</summary>
    SetLevel,

    /// <summary>Call the staff to a briefing, or call it off.</summary>
    CallBriefing,

    ReadPlans,

    /// <summary>How ready the organisation is: the last exercise, gaps in plans and rosters, who cannot be reached.</summary>
    ReadReadiness,
    AdoptPlan,

    /// <summary>Who is summoned, who answered, who holds what.</summary>
    ReadKlo,

    /// <summary>Answer one's own summons.</summary>
    AnswerSummons,

    /// <summary>Answer a summons for somebody who said so by telephone.</summary>
    AnswerOnBehalf,

    /// <summary>Say that a person is in place, or summon a person.</summary>
    StaffFunction,

    /// <summary>Say that one is in place oneself.</summary>
    StaffOneself,
    OfferHandover,

    /// <summary>Accept or refuse a handover that is offered to oneself.</summary>
    AnswerHandover,

    /// <summary>Call a silent holder, and take the function over by the deputy order.</summary>
    TakeOver,
    PlanRelief,

    /// <summary>Go over to another plan during the crisis.</summary>
    Reorganise,
    DelegateDecisions,
    AdmitReader,

    TakeDecision,

    /// <summary>Revise or withdraw a decision.</summary>
    ChangeDecision,
    ExecuteDecision,

    WriteJournal,
    CorrectJournal,
    ReportSituation,
    GiveTask,
    CompleteTask,

    ReadManual,

    /// <summary>Tick or skip a step of an action card.</summary>
    WorkActionCard,

    ReadRoster,
    ManageRoster,
    SwapShift,

    /// <summary>Acknowledge an alert that went to the on-call manager, the CEO or a deputy.</summary>
    AnswerAlert,

    ReadPersons,
    RegisterPerson,
    GrantRole,

    /// <summary>Issue and revoke the keys of machines.</summary>
    ManageKeys,

    /// <summary>What was sent to whom, and what waits for a person to call.</summary>
    ReadNotices,
    RecordNotice,

    /// <summary>What a signed link says that its bearer may do; no token is asked for.</summary>
    BearSignedLink,

    /// <summary>To sign in and out, and to choose a language: nobody is asked who they are.</summary>
    SignIn,
}

/// <summary>On an endpoint: what it asks of its caller.</summary>
public sealed record Needs(Capability Capability);
