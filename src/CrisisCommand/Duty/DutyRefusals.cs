using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>Why a command about the duty roster, or a calendar, is refused. A fault of a calendar names the entry, its UID and the property.</summary>
public static class DutyRefusals
{
    /// <summary>What was sent is no iCalendar (RFC 5545), or breaks off.</summary>
    public static readonly Refusal CalendarUnreadable = new("duty.calendar-unreadable", 400);

    /// <summary>Larger, deeper or finer than any roster is: refused before anything is made of it.</summary>
    public static readonly Refusal BeyondBounds = new("duty.beyond-bounds", 400);

    /// <summary>What its rules come to could not be reckoned in the time that a calendar has.</summary>
    public static readonly Refusal TooMuchWork = new("duty.too-much-work", 400);

    /// <summary>The calendar has no VEVENT: adopting it would leave the layer without anybody by mistake.</summary>
    public static readonly Refusal CalendarEmpty = new("duty.calendar-empty", 400);

    /// <summary>One or more entries are at fault; each is named.</summary>
    public static readonly Refusal CalendarFaulty = new("duty.calendar-faulty", 400);

    /// <summary>No shift of the calendar reaches into the time from which it is to be in force.</summary>
    public static readonly Refusal NothingFromThen = new("duty.nothing-from-then", 400);

    /// <summary>DTSTART, DTEND, EXDATE, RDATE or RECURRENCE-ID is missing or no time.</summary>
    public static readonly Refusal TimeUnreadable = new("duty.time-unreadable", 400);

    /// <summary>Neither DTEND nor DURATION says how long the shift lasts, or both do.</summary>
    public static readonly Refusal LengthUnclear = new("duty.length-unclear", 400);

    /// <summary>The shift ends before it begins, or at once.</summary>
    public static readonly Refusal EndsBeforeItBegins = new("duty.ends-before-it-begins", 400);

    /// <summary>The TZID is no time zone of the IANA or Windows databases.</summary>
    public static readonly Refusal UnknownZone = new("duty.unknown-zone", 400);

    /// <summary>The recurrence is none that RFC 5545 allows.</summary>
    public static readonly Refusal RuleBroken = new("duty.rule-broken", 400);

    /// <summary>A shift is not repeated by the minute: such a rule is a mistake, or an attack.</summary>
    public static readonly Refusal RuleTooFine = new("duty.rule-too-fine", 400);

    /// <summary>The rule gives no date in all the time that is looked at.</summary>
    public static readonly Refusal RuleNeverComes = new("duty.rule-never-comes", 400);

    /// <summary>A rule that begins long before any roster of ours.</summary>
    public static readonly Refusal StartTooEarly = new("duty.start-too-early", 400);

    /// <summary>A shift of more than a year is a mistyped one.</summary>
    public static readonly Refusal TooLong = new("duty.too-long", 400);

    /// <summary>RECURRENCE-ID with RANGE=THISANDFUTURE: which shifts are meant, its senders do not agree about.</summary>
    public static readonly Refusal RangeUnsupported = new("duty.range-unsupported", 400);

    /// <summary>More entries, or more shifts within the horizon, than any roster has.</summary>
    public static readonly Refusal TooMany = new("duty.too-many", 400);

    /// <summary>SUMMARY and ATTENDEE name nobody that is known by that id, e-mail address or name; or more than one.</summary>
    public static readonly Refusal UnknownPerson = new("duty.unknown-person", 400);

    /// <summary>The stored calendar is not the one that came: somebody has changed the database.</summary>
    public static readonly Refusal CalendarAltered = new("duty.calendar-altered", 409);

    /// <summary>No roster of that layer is adopted in this realm.</summary>
    public static readonly Refusal UnknownLayer = new("duty.unknown-layer", 404);

    /// <summary>Who is to be relieved is not on duty in this layer during all of that time.</summary>
    public static readonly Refusal NotOnDuty = new("duty.not-on-duty", 409, "#/from");

    /// <summary>Who is to take over is on duty in this layer then already.</summary>
    public static readonly Refusal AlreadyOnDuty = new("duty.already-on-duty", 409, "#/to");

    /// <summary>A swap that ends before it begins, or at once.</summary>
    public static readonly Refusal SwapEndsFirst = new("duty.swap-ends-first", 400, "#/end");

    /// <summary>Who was on duty is history: a swap is agreed before it begins.</summary>
    public static readonly Refusal SwapInThePast = new("duty.swap-in-the-past", 409, "#/start");

    /// <summary>No such swap in this layer.</summary>
    public static readonly Refusal UnknownSwap = new("duty.unknown-swap", 404);

    /// <summary>The swap has been served.</summary>
    public static readonly Refusal SwapIsOver = new("duty.swap-is-over");

    /// <summary>Who took over has passed it on: that swap is withdrawn first.</summary>
    public static readonly Refusal SwapPassedOn = new("duty.swap-passed-on");

    /// <summary>A time in the query that is none, or has no offset.</summary>
    public static readonly Refusal TimeInvalid = new("duty.time-invalid", 400);

    /// <summary>A window that ends before it begins, or is too long.</summary>
    public static readonly Refusal WindowInvalid = new("duty.window-invalid", 400, "to");
}
