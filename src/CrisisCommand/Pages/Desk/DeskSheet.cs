using System.Collections.Immutable;
using CrisisCommand.Journal;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Timeline;

namespace CrisisCommand.Pages.Desk;

/// <summary>What a correction of a line says.</summary>
public sealed record DeskCorrection(long Number, DateTimeOffset At, string By, string Text, string Why);

/// <summary>A line of the log as its keeper sees it.</summary>
/// <param name="Category">Where it is an entry.</param>
/// <param name="Said">The entry's own words, without what the timeline adds; null for what is no entry.</param>
/// <param name="Corrects">The number of the line that this one corrects.</param>
/// <param name="Correction">The latest of this line.</param>
/// <param name="Before">When the line before it was written; null for the first.</param>
public sealed record DeskLine(
    TimelineLine Line,
    EntryCategory? Category,
    string? Said,
    string? LateReason,
    long? Corrects,
    DeskCorrection? Correction,
    DateTimeOffset? Before
)
{
    /// <summary>What the entry says now.</summary>
    public string? Standing => Correction?.Text ?? Said;
}

/// <summary>Lines in the order of the journal, and what their reader may do about them.</summary>
/// <param name="First">The number of the first line that was asked for.</param>
/// <param name="Head">The number of the newest line that there is.</param>
/// <param name="Taskable">The functions that the reader may give tasks to.</param>
public sealed record DeskSheet(
    Guid Crisis,
    string Title,
    IReadOnlyList<DeskLine> Lines,
    long First,
    long Head,
    ImmutableHashSet<Capability> May,
    ImmutableArray<FunctionKey> Functions,
    ImmutableArray<FunctionKey> Taskable
);
