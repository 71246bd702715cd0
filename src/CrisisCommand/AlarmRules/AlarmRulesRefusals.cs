using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.AlarmRules;

/// <summary>
/// Why rules are not adopted. Where they leave a gap, or one takes all from another, the problem names an alarm that shows it, member
/// <c>example</c>, in the words that rules are written in.
/// </summary>
public static class AlarmRulesRefusals
{
    /// <summary>More rules than anybody can follow at night.</summary>
    public static readonly Refusal TooMany = new("alarm-rules.too-many", 400, "#/rules");

    /// <summary>A rule's name is empty, too long, or not one line.</summary>
    public static readonly Refusal NameInvalid = new("alarm-rules.name-invalid", 400);

    /// <summary>Two rules are called the same: nobody could say which one woke them.</summary>
    public static readonly Refusal NameTwice = new("alarm-rules.name-twice", 400);

    /// <summary>An area that is none of ours.</summary>
    public static readonly Refusal UnknownArea = new("alarm-rules.unknown-area", 400);

    /// <summary>A kind of incident that the company does not have.</summary>
    public static readonly Refusal UnknownKind = new("alarm-rules.unknown-kind", 400);

    /// <summary>Hours that begin and end at the same time are none, or all of them.</summary>
    public static readonly Refusal HoursEmpty = new("alarm-rules.hours-empty", 400);

    /// <summary>Two rules hold for the same alarms and say otherwise about them.</summary>
    public static readonly Refusal Contradicting = new("alarm-rules.contradicting", 400);

    /// <summary>Earlier rules hold for all that a rule is about: it would never decide.</summary>
    public static readonly Refusal NeverApplied = new("alarm-rules.never-applied", 400);

    /// <summary>There are alarms for which no rule holds.</summary>
    public static readonly Refusal Unmatched = new("alarm-rules.unmatched", 400, "#/rules");

    /// <summary>No such version of the rules in this realm.</summary>
    public static readonly Refusal UnknownVersion = new("alarm-rules.unknown-version", 404);
}
