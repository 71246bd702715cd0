using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class KloCapabilities
{
    /// <summary>The crisis, its board, timeline and report; without it the crisis is not there (404).</summary>
    public static readonly Capability ReadCrisis = new("read-crisis");
    public static readonly Capability ReadPlans = new("read-plans");
    public static readonly Capability AdoptPlan = new("adopt-plan");

    /// <summary>Adopt the normal plan where no plan has been adopted: somebody must say who leads before anybody does.</summary>
    public static readonly Capability AdoptFirstPlan = new("adopt-first-plan");

    /// <summary>Who is summoned, who answered, who holds what.</summary>
    public static readonly Capability ReadKlo = new("read-klo");

    /// <summary>Answer one's own summons.</summary>
    public static readonly Capability AnswerSummons = new("answer-summons");

    /// <summary>Answer a summons for somebody who said so by telephone.</summary>
    public static readonly Capability AnswerOnBehalf = new("answer-on-behalf");

    /// <summary>Say that a person is in place, or summon a person.</summary>
    public static readonly Capability StaffFunction = new("staff-function");

    /// <summary>Put or summon somebody to a function whom its order does not name.</summary>
    public static readonly Capability AppointPerson = new("appoint-person");

    /// <summary>Say that one is in place oneself.</summary>
    public static readonly Capability StaffOneself = new("staff-oneself");
    public static readonly Capability OfferHandover = new("offer-handover");

    /// <summary>Accept or refuse a handover that is offered to oneself.</summary>
    public static readonly Capability AnswerHandover = new("answer-handover");

    /// <summary>Call a silent holder, and take the function over by the deputy order.</summary>
    public static readonly Capability TakeOver = new("take-over");
    public static readonly Capability PlanRelief = new("plan-relief");

    /// <summary>Go over to another plan during the crisis.</summary>
    public static readonly Capability Reorganise = new("reorganise");
    public static readonly Capability DelegateDecisions = new("delegate-decisions");
    public static readonly Capability DeclareCrisis = new("declare-crisis");
    public static readonly Capability ListCrises = new("list-crises");
}
