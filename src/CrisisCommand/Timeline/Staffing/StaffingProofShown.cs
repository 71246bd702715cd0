using CrisisCommand.Klo;
using CrisisCommand.Timeline.Report;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>Sums in seconds, up to the stand-down or the last line of the journal.</summary>
/// <param name="SecondsSilent">Of those held: while the holder was known to be silent.</param>
/// <param name="LongestVacancySeconds">Without any holder in one stretch, whatever the reasons that followed each other in it.</param>
/// <param name="ShareStaffed">0 to 1; null where no time has passed.</param>
public sealed record StaffingTotals(
    double Seconds,
    double SecondsVacant,
    double SecondsSilent,
    double LongestVacancySeconds,
    double? ShareStaffed
);

public sealed record HolderReport(
    Named Person,
    Mandate Mandate,
    string MandateName,
    Passing Passing,
    string PassingName,
    DateTimeOffset? InFunctionSince,
    IReadOnlyList<Silence> Silences
);

/// <param name="Words">The reason as a sentence, with the name of who was meant to come.</param>
public sealed record VacancyReport(VacancyReason Reason, string ReasonName, string Words, Named? Person, DateTimeOffset? Eta);

/// <summary>Held by one person, or vacant for one reason.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Begins">The fact of the journal by which it begins.</param>
public sealed record IntervalReport(
    DateTimeOffset From,
    DateTimeOffset? To,
    double Seconds,
    JournalMark Begins,
    JournalMark? Ends,
    HolderReport? Holder,
    VacancyReport? Vacancy
);

/// <param name="FirstStaffedAfterSeconds">From the first summons until somebody was in place.</param>
public sealed record FunctionStaffing(
    NamedFunction Function,
    DateTimeOffset From,
    DateTimeOffset? To,
    JournalMark Begins,
    JournalMark? Ends,
    DateTimeOffset? SummonedAt,
    double? FirstStaffedAfterSeconds,
    StaffingTotals Totals,
    IReadOnlyList<IntervalReport> Intervals
);

/// <summary>The proof of staffing: every instant of every function is held by one person or vacant for one reason.</summary>
/// <param name="Notice"><c>ÖVNING</c> for an exercise; null for the live realm.</param>
/// <param name="Version">The version of the journal that it was made from.</param>
/// <param name="Until">The stand-down, or the last line of the journal while the crisis goes on.</param>
public sealed record StaffingProofShown(
    string Realm,
    string? Notice,
    Guid CrisisId,
    long Version,
    DateTimeOffset From,
    DateTimeOffset Until,
    bool StoodDown,
    StaffingTotals Totals,
    IReadOnlyList<FunctionStaffing> Functions
);
