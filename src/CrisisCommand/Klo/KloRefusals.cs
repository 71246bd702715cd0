using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>Why a command about the KLO is refused.</summary>
public static class KloRefusals
{
    /// <summary>The KLO is stood down: only late entries and corrections are taken.</summary>
    public static readonly Refusal StoodDown = new("klo.stood-down");

    /// <summary>The plan of this crisis has no such function.</summary>
    public static readonly Refusal UnknownFunction = new("klo.unknown-function", 404);

    /// <summary>The person who answers was not summoned to that function.</summary>
    public static readonly Refusal NotSummoned = new("klo.not-summoned", 403);

    /// <summary>Who says that they come cannot have come already.</summary>
    public static readonly Refusal EtaInThePast = new("klo.eta-in-the-past", 400, "#/eta");

    /// <summary>Whoever adopts the first plan, before anybody leads, is not in it.</summary>
    public static readonly Refusal FirstPlanOfOneself = new("klo.first-plan-of-oneself", 409, "#/functions");

    /// <summary>Nobody puts themselves into a function whose order does not name them.</summary>
    public static readonly Refusal AppointsOneself = new("klo.appoints-oneself");

    /// <summary>Somebody of the leader's order may still come: nobody outside it leads until then.</summary>
    public static readonly Refusal LeaderMayCome = new("klo.leader-may-come");

    /// <summary>Somebody holds the function: it passes by handover.</summary>
    public static readonly Refusal AlreadyStaffed = new("klo.already-staffed");

    /// <summary>Nobody holds the function, so nobody can hand it over.</summary>
    public static readonly Refusal NotStaffed = new("klo.not-staffed");

    /// <summary>Only who holds the function, or leads the crisis, hands it over.</summary>
    public static readonly Refusal NotHolder = new("klo.not-holder", 403);

    /// <summary>Nobody calls themselves: who can call, is there.</summary>
    public static readonly Refusal CallsOneself = new("klo.calls-oneself");

    /// <summary>The holder is known to be silent, and the deputies are being summoned.</summary>
    public static readonly Refusal AlreadySilent = new("klo.already-silent");

    /// <summary>Only the leader's function is taken over; any other passes by handover.</summary>
    public static readonly Refusal OnlyLeaderTakenOver = new("klo.only-leader-taken-over");

    /// <summary>A function is taken from nobody who has not been called in vain.</summary>
    public static readonly Refusal HolderNotSilent = new("klo.holder-not-silent");

    /// <summary>The deputies come in order: this one was not summoned since the holder fell silent.</summary>
    public static readonly Refusal NotYourTurn = new("klo.not-your-turn", 403);

    /// <summary>Who neither is a deputy of the function nor was summoned to it takes nothing over.</summary>
    public static readonly Refusal NotDeputy = new("klo.not-deputy", 403);

    /// <summary>A handover of the function waits for its answer already.</summary>
    public static readonly Refusal HandoverPending = new("klo.handover-pending");

    /// <summary>No handover of the function waits for an answer.</summary>
    public static readonly Refusal NoHandover = new("klo.no-handover");

    /// <summary>The handover was offered to somebody else.</summary>
    public static readonly Refusal NotAddressed = new("klo.not-addressed", 403);

    /// <summary>No such plan is adopted in this realm.</summary>
    public static readonly Refusal UnknownPlan = new("klo.unknown-plan", 404);

    /// <summary>A plan without a crisis leader cannot be adopted.</summary>
    public static readonly Refusal NoLeader = new("klo.no-leader", 400, "#/functions");

    /// <summary>A plan names the same function twice.</summary>
    public static readonly Refusal FunctionTwice = new("klo.function-twice", 400, "#/functions");

    /// <summary>A plan names the same person twice for one function.</summary>
    public static readonly Refusal DeputyTwice = new("klo.deputy-twice", 400);

    /// <summary>A plan gives less than a minute or more than an hour to answer.</summary>
    public static readonly Refusal AnswerTime = new("klo.answer-time", 400);

    /// <summary>No person of that id is known in this realm.</summary>
    public static readonly Refusal UnknownPerson = new("klo.unknown-person", 400);
}
