using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>Makes the report of a crisis from its facts, for one reader. Pure: no clock, no store.</summary>
/// <param name="words">With the openings of all texts in the facts and the incidents.</param>
public sealed class AfterActionBuilder(EventCatalogue catalogue, Words words)
{
    /// <summary>What everything of an exercise says, in every language.</summary>
    public const string Exercise = "ÖVNING";

    public AfterAction Build(Realm realm, Guid crisis, IReadOnlyList<Fact> facts, IReadOnlyDictionary<Guid, Incident> incidents)
    {
        var index = Fold.Of<TimelineIndex>(facts);
        var page = TimelinePage.Of(index, TimelineQuery.All with { Order = TimelineOrder.Occurred });
        var lines = new LineWriter(catalogue, words).Lines(page, facts, index);
        var staffing = Fold.Of<StaffingProof>(facts);
        var late = facts.Where(f => f.Event is EntryWritten { LateReason: not null }).Select(f => f.Version).ToHashSet();
        var situation = new SituationReporting(words, facts);
        var report = new AfterAction(
            realm.Name,
            realm.IsLive ? null : Exercise,
            crisis,
            facts[^1].Version,
            Summary(facts),
            Counts(facts, staffing, late.Count),
            [.. staffing.Functions.Select(Staffing)],
            new StaffingProofBuilder(words).Build(realm, crisis, facts[^1].Version, staffing),
            [.. Fold.Of<DecisionHistory>(facts).Decisions.Select(d => Decision(d, staffing))],
            [.. Fold.Of<TaskHistory>(facts).Tasks.Select(Task)],
            situation.Whole,
            [.. Fold.Of<LearningHistory>(facts).Incidents.Select(i => IncidentOf(i, incidents.GetValueOrDefault(i.IncidentId)))],
            [.. lines.Where(l => late.Contains(l.Version))],
            [.. lines.Where(l => l.Corrects is not null)],
            lines
        )
        {
            FunctionReports = situation.OfFunctions,
            Picture = situation.Picture,
        };
        return new AfterActionFindings(words).Of(report, facts, incidents);
    }

    private CrisisSummary Summary(IReadOnlyList<Fact> facts)
    {
        var crisis = Fold.Of<Crisis>(facts);
        var end = facts.FirstOrDefault(f => f.Event is KloStoodDown);
        return new CrisisSummary(
            words.Text(crisis.Title),
            crisis.Kind,
            words.Kind(crisis.Kind),
            words.Text(crisis.Reason),
            Text(crisis.MeetingPlace),
            crisis.Plan,
            crisis.PlanVersion,
            crisis.DeclaredAt,
            Name(crisis.DeclaredBy ?? PersonId.System),
            end?.RecordedAt,
            end is null ? null : Name(end.By),
            end is null ? null : words.Text(((KloStoodDown)end.Event).Text),
            (end?.RecordedAt - crisis.DeclaredAt)?.TotalSeconds
        ).EndedAs(crisis);
    }

    private static ReportCounts Counts(IReadOnlyList<Fact> facts, StaffingProof staffing, int late) =>
        new(
            facts.Count,
            facts.Count(f => f.Event is DecisionTaken),
            facts.Count(f => f.Event is DecisionExecuted),
            facts.Count(f => f.Event is EntryWritten),
            late,
            facts.Count(f => f.Event is EntryCorrected),
            facts.Count(f => f.Event is SituationReported),
            facts.Count(f => f.Event is TaskGiven),
            facts.Count(f => f.Event is TaskDone),
            Fold.Of<LearningHistory>(facts).Incidents.Length,
            staffing.Functions.SelectMany(f => f.Tenures).Select(t => t.Holder!.Person).Distinct().Count()
        );

    private StaffingReport Staffing(FunctionProof proof) =>
        new(
            Function(proof.Function),
            proof.SummonedAt,
            proof.DelayToFirst?.TotalSeconds,
            [.. proof.Tenures.Select(t => new TenureReport(Name(t.Holder!.Person), t.Holder.Mandate, t.Holder.Passing, t.From, t.To))]
        );

    private DecisionReport Decision(DecisionRecord record, StaffingProof staffing)
    {
        var taken = record.Taken;
        return new(
            taken.Number,
            record.Recorded.EventId,
            words.Text(taken.Decision),
            words.Text(taken.Motive),
            Text(taken.Alternatives),
            taken.Basis,
            Name(record.Recorded.By),
            record.Capacity?.Function is { } function ? Function(function) : null,
            taken.Mandate,
            record.Capacity,
            taken.DecidedAt,
            record.Recorded.RecordedAt,
            Text(taken.LateReason),
            taken.Executor,
            Executor(taken.Executor, staffing),
            taken.DueAt,
            taken.Receipt?.Version,
            record.Status,
            record.TimeToExecution?.TotalSeconds,
            [.. record.Since.Select(Step)]
        );
    }

    private DecisionStepReport Step(Fact fact)
    {
        var (status, text, number) = fact.Event switch
        {
            DecisionExecuted executed => (DecisionStatus.Executed, executed.Text, null),
            DecisionRevised revised => (DecisionStatus.Revised, revised.Why, revised.By),
            DecisionWithdrawn withdrawn => (DecisionStatus.Withdrawn, withdrawn.Why, (int?)null),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no step of a decision."),
        };
        return new(status, fact.RecordedAt, Name(fact.By), Text(text), number);
    }

    /// <summary>A function of the pinned plan, else a person: some persons are keyed as their function is.</summary>
    private string? Executor(FunctionKey? executor, StaffingProof staffing) =>
        executor is not { } key ? null
        : staffing.Functions.Any(f => f.Function == key) ? words.Function(key)
        : words.NameOf(new PersonId(key.Value)) ?? words.Function(key);

    private TaskReport Task(TaskPath path) =>
        new(
            path.Given.TaskId,
            words.Text(path.Given.Text),
            Function(path.Given.Function),
            Name(path.GivenBy),
            path.GivenAt,
            path.Given.DueAt,
            path.Given.DecisionNumber,
            path.DoneAt,
            path.DoneBy is { } person ? Name(person) : null,
            Text(path.Done)
        );

    private IncidentReport IncidentOf(IncidentPath path, Incident? incident) =>
        new(
            path.IncidentId,
            incident?.Kind,
            incident is null ? null : words.Kind(incident.Kind),
            Text(incident?.Headline),
            Text(incident?.Place),
            path.LinkedAt,
            path.UnlinkedAt,
            Text(path.WhyUnlinked),
            [.. path.Reports.Select(l => LearnedReport.Of(l, words))]
        )
        {
            Text = Text(incident?.Text),
            Latest = incident?.Latest is { } told ? new(told.What, words.Of(told.What), Text(told.Text), told.At, Name(told.By)) : null,
            CancelledBySender = incident is { Open: true, CancelledBySender: true },
        };

    private Named Name(PersonId person) => new(person, words.NameOf(person));

    private NamedFunction Function(FunctionKey key) => new(key, words.Function(key));

    private string? Text(CommittedText? text) => text is null ? null : words.Text(text);
}
