using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.Timeline.Report;

/// <param name="LearnedAfterSeconds">From the moment in the world until the KLO knew.</param>
public sealed record LearnedReport(
    ReportedFact What,
    string WhatName,
    string? Text,
    DateTimeOffset OccurredAt,
    DateTimeOffset LearnedAt,
    double LearnedAfterSeconds
)
{
    /// <summary>1, 2, 3 … through the whole report, in the order of its incidents: what the drawing and the delays name it by.</summary>
    public int Number { get; init; }

    internal static LearnedReport Of(Learned learned, Words words) =>
        new(
            learned.What,
            words.Of(learned.What),
            learned.Text is { } text ? words.Text(text) : null,
            learned.OccurredAt,
            learned.LearnedAt,
            (learned.LearnedAt - learned.OccurredAt).TotalSeconds
        );
}
