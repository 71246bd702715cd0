using CrisisCommand.Klo;
using CrisisCommand.Manual;

namespace CrisisCommand.Kit;

public sealed class KitOptions
{
    /// <summary>Where the KLO meets when nobody can be told another place.</summary>
    public string MeetingPlace { get; init; } = "Hornsgatan";
}

/// <summary>A blank sheet of the log. Lines are numbered through all sheets of a kit, so that a number names one line.</summary>
public sealed record LogSheet(int Number)
{
    public const int Lines = 20;

    public int FirstLine => ((Number - 1) * Lines) + 1;

    public IEnumerable<int> LineNumbers => Enumerable.Range(FirstLine, Lines);
}

/// <summary>What the organisation works by when power, network or servers are gone, as it is printed to lie in the binder.</summary>
/// <param name="Number">Names this print, and with it its sheets: an entry that is typed in later says which sheet it comes from.</param>
/// <param name="Notice"><c>ÖVNING</c> for an exercise, which every page of it says; null for the live realm.</param>
/// <param name="Areas">The residential areas, for the sheets of the situation report.</param>
public sealed record EmergencyKit(
    string Number,
    DateTimeOffset PrintedAt,
    string Realm,
    string? Notice,
    PlanName Plan,
    long PlanVersion,
    DateTimeOffset PlanAdoptedAt,
    string MeetingPlace,
    IReadOnlyList<FunctionToCall> Functions,
    IReadOnlyList<DutyToCall> Duty,
    IReadOnlyList<string> Areas,
    int Sheets,
    ManualPrint Manual
)
{
    /// <summary>So many sheets of the log fill while one of decisions, or of situation reports, does.</summary>
    private const int LogSheetsPerForm = 4;

    public IEnumerable<LogSheet> LogSheets => Enumerable.Range(1, Sheets).Select(n => new LogSheet(n));

    /// <summary>How many sheets of decisions there are, and as many of situation reports.</summary>
    public int Forms => ((Sheets - 1) / LogSheetsPerForm) + 1;
}
