using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Journal;

/// <summary>What the endpoints of this feature ask of their callers.</summary>
public static class JournalCapabilities
{
    public static readonly Capability WriteJournal = new("write-journal");
    public static readonly Capability CorrectJournal = new("correct-journal");
    public static readonly Capability ReportSituation = new("report-situation");

    /// <summary>How a function fares, by whoever holds it.</summary>
    public static readonly Capability ReportFunctionSituation = new("report-function-situation");
    public static readonly Capability GiveTask = new("give-task");
    public static readonly Capability CompleteTask = new("complete-task");
}
