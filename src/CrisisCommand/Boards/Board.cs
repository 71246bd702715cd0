using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Boards;

/// <summary>A linked incident as the KLO has heard of it.</summary>
public sealed record IncidentOnBoard(Guid IncidentId, DateTimeOffset LinkedAt)
{
    public ReportedFact? Last { get; init; }
    public CommittedText? Text { get; init; }
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When the KLO learned of it, which is not when it happened.</summary>
    public DateTimeOffset? LearnedAt { get; init; }
}

public sealed record TaskOnBoard(
    Guid TaskId,
    FunctionKey Function,
    CommittedText Text,
    DateTimeOffset GivenAt,
    DateTimeOffset? DueAt,
    int? DecisionNumber
);

/// <summary>The latest situation report: how it all is judged.</summary>
/// <param name="Status">Its own lines, which were all that a board showed of them; since then every line stands in <see cref="CommonPicture"/>.</param>
public sealed record SituationOnBoard(
    CommittedText Text,
    DateTimeOffset ReportedAt,
    PersonId By,
    [property: UntilFold(2)] ImmutableArray<StatusLine> Status
)
{
    /// <summary>When the next one comes; null where nobody said.</summary>
    [SinceFold(3)]
    public DateTimeOffset? NextAt { get; init; }

    public static SituationOnBoard Of(SituationReported reported, Fact fact) =>
        new(reported.Text, fact.RecordedAt, fact.By, reported.Status) { NextAt = reported.NextAt };
}

/// <summary>One of the last lines of the journal. The fact is worded when the board is shown; its id stands for it in the canonical form.</summary>
public sealed record LineOnBoard(
    long Version,
    Guid EventId,
    DateTimeOffset RecordedAt,
    PersonId By,
    [property: JsonIgnore] IDomainEvent Event
)
{
    /// <summary>Whether the event stands here in the words of its last correction: on boards as it happened only.</summary>
    [JsonIgnore]
    public bool Corrected { get; init; }
}

/// <summary>
/// Everything that the crisis room sees, as a fold of the journal and nothing else: live, as of an instant, replayed and audited boards are
/// this very code (architecture.md §4). Sorted collections make its canonical form, and so its hash, one.
/// </summary>
public sealed record Board : IState<Board>
{
    /// <summary>Raised whenever the fold's result for the same facts changes; receipts name it. What older ones gave: <see cref="BoardFolds"/>.</summary>
    public const int FoldVersion = 3;

    /// <summary>How many journal lines the board shows.</summary>
    public const int Lines = 12;

    public static Board Initial { get; } = new();

    public long Version { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public Crisis Crisis { get; init; } = Crisis.Initial;
    public KloActivation Klo { get; init; } = KloActivation.Initial;
    public ImmutableArray<IncidentOnBoard> Incidents { get; init; } = [];
    public int DecisionsTaken { get; init; }
    public ImmutableSortedDictionary<int, DecisionOnBoard> OpenDecisions { get; init; } =
        ImmutableSortedDictionary<int, DecisionOnBoard>.Empty;
    public ImmutableSortedDictionary<Guid, TaskOnBoard> OpenTasks { get; init; } = ImmutableSortedDictionary<Guid, TaskOnBoard>.Empty;
    public SituationOnBoard? Situation { get; init; }

    [SinceFold(3)]
    public CommonPicture Picture { get; init; } = CommonPicture.Initial;
    public ImmutableArray<LineOnBoard> Latest { get; init; } = [];

    /// <summary>Of a board as it happened (<see cref="HappenedBoard"/>): by when. Null on every board as it was known.</summary>
    public DateTimeOffset? HappenedBy { get; init; }

    /// <summary>The version of the fold by whose rules it is shown and hashed.</summary>
    [JsonIgnore]
    public int Fold { get; init; } = FoldVersion;

    [JsonIgnore]
    public Freshness Touched { get; init; } = Freshness.Initial;

    public Board After(Fact fact)
    {
        var after = Follow(fact) with
        {
            Version = fact.Version,
            RecordedAt = fact.RecordedAt,
            Crisis = Crisis.After(fact),
            Klo = Klo.After(fact),
            Picture = Picture.After(fact),
            Latest = [new(fact.Version, fact.EventId, fact.RecordedAt, fact.By, fact.Event), .. Latest.Take(Lines - 1)],
        };
        return after with { Touched = Touched.After(this, after, fact.RecordedAt) };
    }

    private Board Follow(Fact fact) =>
        fact.Event switch
        {
            CrisisDeclared declared => this with
            {
                Incidents = [.. declared.Incidents.Select(id => new IncidentOnBoard(id, fact.RecordedAt))],
            },
            IncidentLinked linked => this with { Incidents = Incidents.Add(new(linked.IncidentId, fact.RecordedAt)) },
            IncidentUnlinked unlinked => this with { Incidents = Incidents.RemoveAll(i => i.IncidentId == unlinked.IncidentId) },
            IncidentReportReceived report => this with { Incidents = [.. Incidents.Select(i => Heard(i, report, fact.RecordedAt))] },
            DecisionTaken taken => this with
            {
                DecisionsTaken = taken.Number,
                OpenDecisions = OpenDecisions.SetItem(taken.Number, Open(taken, fact)),
            },
            DecisionExecuted executed => this with { OpenDecisions = OpenDecisions.Remove(executed.Number) },
            DecisionRevised revised => Revise(revised, fact),
            DecisionWithdrawn withdrawn => this with { OpenDecisions = OpenDecisions.Remove(withdrawn.Number) },
            SituationReported reported => this with { Situation = SituationOnBoard.Of(reported, fact) },
            TaskGiven given => this with
            {
                OpenTasks = OpenTasks.SetItem(
                    given.TaskId,
                    new(given.TaskId, given.Function, given.Text, fact.RecordedAt, given.DueAt, given.DecisionNumber)
                ),
            },
            TaskDone done => this with { OpenTasks = OpenTasks.Remove(done.TaskId) },
            _ => this,
        };

    /// <summary>What takes the place of a decision knows whose it was, now and before earlier revisions.</summary>
    private Board Revise(DecisionRevised revised, Fact fact)
    {
        var open = OpenDecisions.Remove(revised.Number);
        if (OpenDecisions.TryGetValue(revised.Number, out var before) && open.TryGetValue(revised.By, out var after))
        {
            ImmutableArray<PassedOn> now = revised.FromExecutor is { } executor
                ? [new(revised.Number, executor, fact.By, fact.RecordedAt)]
                : [];
            open = open.SetItem(revised.By, after with { Passed = [.. before.Passed, .. now] });
        }

        return this with
        {
            OpenDecisions = open,
        };
    }

    private static DecisionOnBoard Open(DecisionTaken taken, Fact fact) =>
        new(taken.Number, fact.EventId, taken.Decision, taken.Function, fact.By, taken.Executor, taken.DecidedAt, taken.DueAt)
        {
            Capacity = taken.Capacity,
        };

    private static IncidentOnBoard Heard(IncidentOnBoard incident, IncidentReportReceived report, DateTimeOffset at) =>
        // What another sender claims is no news of the incident: it is marked, and covers nothing that was said.
        incident.IncidentId != report.IncidentId
        || report.What == ReportedFact.AlarmClaim
            ? incident
            : incident with
            {
                Last = report.What,
                Text = report.Text ?? incident.Text,
                OccurredAt = report.Happened,
                LearnedAt = at,
            };
}
