using System.Collections.Immutable;
using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Timeline.Report;

/// <summary>What the KLO was told of an incident, and when it learned of it.</summary>
public sealed record Learned(ReportedFact What, CommittedText? Text, DateTimeOffset OccurredAt, DateTimeOffset LearnedAt);

/// <summary>One linked incident.</summary>
public sealed record IncidentPath(Guid IncidentId, DateTimeOffset LinkedAt)
{
    public DateTimeOffset? UnlinkedAt { get; init; }
    public CommittedText? WhyUnlinked { get; init; }
    public ImmutableArray<Learned> Reports { get; init; } = [];
}

/// <summary>The incidents of a crisis and what was learned of each, when: a pure fold.</summary>
public sealed record LearningHistory : IState<LearningHistory>
{
    public static LearningHistory Initial { get; } = new();

    public ImmutableArray<IncidentPath> Incidents { get; init; } = [];

    public LearningHistory After(Fact fact) =>
        fact.Event switch
        {
            CrisisDeclared declared => declared.Incidents.Aggregate(this, (state, id) => state.Link(id, fact.RecordedAt)),
            IncidentLinked linked => Link(linked.IncidentId, fact.RecordedAt),
            IncidentUnlinked unlinked => Change(
                unlinked.IncidentId,
                i => i with { UnlinkedAt = fact.RecordedAt, WhyUnlinked = unlinked.Why }
            ),
            IncidentReportReceived report => Change(
                report.IncidentId,
                i => i with { Reports = i.Reports.Add(new(report.What, report.Text, report.Happened, fact.RecordedAt)) }
            ),
            _ => this,
        };

    // An incident that was unlinked may be linked again: it stands open once more.
    private LearningHistory Link(Guid id, DateTimeOffset at) =>
        Incidents.Any(i => i.IncidentId == id)
            ? Change(id, i => i with { UnlinkedAt = null, WhyUnlinked = null })
            : this with
            {
                Incidents = Incidents.Add(new(id, at)),
            };

    private LearningHistory Change(Guid id, Func<IncidentPath, IncidentPath> change) =>
        this with
        {
            Incidents = [.. Incidents.Select(i => i.IncidentId == id ? change(i) : i)],
        };
}
