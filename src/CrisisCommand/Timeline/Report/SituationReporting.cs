using CrisisCommand.Journal;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Timeline.Report;

/// <summary>What was told of the situation, for the report: how it all was judged, how functions fared, and what stood last.</summary>
internal sealed class SituationReporting(Words words, IReadOnlyList<Fact> facts)
{
    /// <summary>The judgements of it all.</summary>
    public IReadOnlyList<SituationReport> Whole =>
        [
            .. facts
                .Where(f => f.Event is SituationReported)
                .Select(f => (Fact: f, Told: (SituationReported)f.Event))
                .Select(r => Of(r.Fact, r.Told.Text, r.Told.Status) with { NextAt = r.Told.NextAt }),
        ];

    /// <summary>What whoever held a function told of it.</summary>
    public IReadOnlyList<SituationReport> OfFunctions =>
        [
            .. facts
                .Where(f => f.Event is FunctionSituationReported)
                .Select(f => (Fact: f, Told: (FunctionSituationReported)f.Event))
                .Select(r => Of(r.Fact, r.Told.Text, [r.Told.AsLine() with { Text = null }])),
        ];

    public IReadOnlyList<StatusStanding> Picture =>
        [
            .. Fold.Of<CommonPicture>(facts)
                .Cells.Select(c => new StatusStanding(Of(c.Area, c.Function, c.Status, c.Text), c.ReportedAt, Name(c.By))),
        ];

    private SituationReport Of(Fact fact, CommittedText text, IEnumerable<StatusLine> lines) =>
        new(
            fact.EventId,
            fact.RecordedAt,
            Name(fact.By),
            fact.Function is { } function ? new(function, words.Function(function)) : null,
            words.Text(text),
            [.. lines.Select(l => Of(l.Area, l.Function, l.Status, l.Text))]
        );

    private StatusReport Of(AreaKey? area, FunctionKey? function, StatusKey status, CommittedText? text) =>
        new(area, function, StatusLine.About(words, area, function), status, status.Name(words), text is null ? null : words.Text(text));

    private Named Name(PersonId person) => new(person, words.NameOf(person));
}
