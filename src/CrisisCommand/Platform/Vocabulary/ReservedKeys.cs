using System.Collections.Frozen;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>
/// Keys with a meaning of our own. Whoever could register a person called <c>system</c> would act where the record says that no person did;
/// a function called <c>convener</c> would read as a right that it is not.
/// </summary>
public static class ReservedKeys
{
    /// <summary>What stands in the record, in rights and in addresses where a person's id could.</summary>
    public static readonly FrozenSet<string> OfPersons =
    [
        "system",
        "systemet",
        "convener",
        "first-operator",
        "anybody",
        "anonymous",
        "live",
        "admin",
        "administrator",
        "root",
        "me",
        "self",
        "null",
        "undefined",
    ];

    /// <summary>The capacities that people act in beside functions.</summary>
    public static readonly FrozenSet<string> OfFunctions =
    [
        "system",
        "convener",
        "appointed",
        "deputy",
        "acting-ordinary",
        "delegated",
        "anybody",
    ];

    /// <summary>What stands in an address where a plan's name could.</summary>
    public static readonly FrozenSet<string> OfPlans = ["versions", "live"];

    /// <summary>The first part of an address where a realm's name stands.</summary>
    public static readonly FrozenSet<string> OfRealms =
    [
        "live",
        "api",
        "health",
        "swagger",
        "development",
        "assets",
        "sign-in",
        "sign-out",
        "language",
        "svar",
        "kvittera",
        "metrics",
        "system",
    ];
}
