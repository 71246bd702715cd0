using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Journal;

/// <summary>How an area, a function, a function in an area or (neither) the whole fares: as last told, when and by whom.</summary>
public sealed record StatusCell(
    AreaKey? Area,
    FunctionKey? Function,
    StatusKey Status,
    CommittedText? Text,
    DateTimeOffset ReportedAt,
    PersonId By
)
{
    /// <summary>What it speaks of: a later line about the same replaces it.</summary>
    [JsonIgnore]
    public (AreaKey? Area, FunctionKey? Function) About => (Area, Function);

    public static StatusCell Of(StatusLine line, DateTimeOffset at, PersonId by) =>
        new(line.Area, line.Function, line.Status, line.Text, at, by);
}

/// <summary>
/// The common picture (lägesbild): each line of a situation report, and what a function told of itself, stands until another speaks of the
/// same. Silence about an area clears nothing: that it is well again is said too, by a line.
/// </summary>
public sealed record CommonPicture : IState<CommonPicture>
{
    public static CommonPicture Initial { get; } = new();

    /// <summary>The whole first, then the areas by key, then the functions.</summary>
    public ImmutableArray<StatusCell> Cells { get; init; } = [];

    /// <summary>Whether something was told of it, which can therefore be told anew, whatever plan and areas say now.</summary>
    public bool Has(AreaKey? area, FunctionKey? function) => Cells.Any(c => c.About == (area, function));

    public CommonPicture After(Fact fact) =>
        fact.Event switch
        {
            SituationReported { Status.IsEmpty: false } told => With(told.Status, fact),
            FunctionSituationReported told => With([told.AsLine()], fact),
            _ => this,
        };

    // Reports of before could speak of the same twice: the last word holds.
    private CommonPicture With(ImmutableArray<StatusLine> told, Fact fact) =>
        this with
        {
            Cells =
            [
                .. Cells
                    .Concat(told.Select(l => StatusCell.Of(l, fact.RecordedAt, fact.By)))
                    .GroupBy(c => c.About)
                    .Select(about => about.Last())
                    .OrderBy(c => c is { Area: null, Function: not null })
                    .ThenBy(c => c.Area?.Value, StringComparer.Ordinal)
                    .ThenBy(c => c.Function?.Value, StringComparer.Ordinal),
            ],
        };
}
