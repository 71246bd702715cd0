using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>Why a command about reliefs, delegations or another plan is refused.</summary>
public static class EnduranceRefusals
{
    /// <summary>Who is to relieve cannot have done so already.</summary>
    public static readonly Refusal ReliefInThePast = new("klo.relief-in-the-past", 400, "#/at");

    /// <summary>Nobody relieves themselves.</summary>
    public static readonly Refusal ReliefOfOneself = new("klo.relief-of-oneself", 409, "#/personId");

    /// <summary>That person is not planned to relieve that function.</summary>
    public static readonly Refusal NoRelief = new("klo.no-relief", 404);

    /// <summary>The crisis leader decides by the office itself, and needs no delegation.</summary>
    public static readonly Refusal LeaderDecides = new("klo.leader-decides");

    /// <summary>A delegation that has ended before it begins.</summary>
    public static readonly Refusal DelegationInThePast = new("klo.delegation-in-the-past", 400, "#/until");

    /// <summary>The mapping names a function that the crisis does not have.</summary>
    public static readonly Refusal MappedFromUnknown = new("klo.mapped-from-unknown", 400);

    /// <summary>The mapping names a function that the new plan does not have.</summary>
    public static readonly Refusal MappedToUnknown = new("klo.mapped-to-unknown", 400);

    /// <summary>The mapping names the same function twice on one side.</summary>
    public static readonly Refusal MappedTwice = new("klo.mapped-twice", 400);

    /// <summary>The crisis leader's function goes on as the crisis leader's, and no other becomes it.</summary>
    public static readonly Refusal LeaderMapped = new("klo.leader-mapped", 400);

    /// <summary>Somebody holds a function that is mapped to none: nobody loses a function without a word.</summary>
    public static readonly Refusal HeldUnmapped = new("klo.held-unmapped", 409, "#/mapping");

    /// <summary>The plan has no such version.</summary>
    public static readonly Refusal UnknownPlanVersion = new("klo.unknown-plan-version", 404, "version");

    /// <summary>What is to be compared is not <c>name</c> or <c>name:version</c>.</summary>
    public static readonly Refusal PlanReference = new("klo.plan-reference", 400);

    /// <summary>The name is an address of its own among the plans.</summary>
    public static readonly Refusal ReservedPlanName = new("klo.reserved-plan-name", 400, "name");
}
