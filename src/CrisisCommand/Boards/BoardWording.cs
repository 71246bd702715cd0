using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Boards;

/// <summary>
/// Puts a board into a reader's words, with every name beside its key, so that whoever shows it looks nothing up.
/// </summary>
/// <param name="incidents">The linked incidents as the KLO had heard of them by then.</param>
public sealed class BoardWording(Words words, EventCatalogue catalogue, IReadOnlyDictionary<Guid, Incident> incidents)
{
    /// <summary>How many open decisions a board shows, unless all are asked for.</summary>
    public const int ShownDecisions = 50;

    public BoardView View(Board board, Guid crisis, Realm realm, int decisions = ShownDecisions) =>
        Shown(board, crisis, realm, decisions) with
        {
            KindName = words.Kind(board.Crisis.Kind),
            DeclaredByName = NameOf(board.Crisis.DeclaredBy),
            HappenedBy = board.HappenedBy,
            Touched = board.Touched,
            Realm = realm.Name,
            MergedInto = board.Crisis.MergedInto?.Other,
            Joined = [.. board.Crisis.Joined.Select(j => j.Other)],
            Level = LevelShown.Of(board.Crisis.Level, words),
            Briefing = BriefingShown.Of(board.Crisis.Briefing, words),
        };

    /// <summary>As boards and pages name it.</summary>
    public static string StatusOf(Crisis crisis) =>
        CrisisShown.StatusOf(crisis) switch
        {
            CrisisStatus.Annulled => "annulled",
            CrisisStatus.Merged => "merged",
            CrisisStatus.StoodDown => "stood-down",
            _ => "open",
        };

    private BoardView Shown(Board board, Guid crisis, Realm realm, int decisions)
    {
        var doubles = DoublePost.In(board.Klo).ToList();
        return new(
            crisis,
            board.Version,
            board.Fold,
            board.RecordedAt,
            !realm.IsLive,
            StatusOf(board.Crisis),
            board.Crisis.Kind,
            words.Text(board.Crisis.Title),
            words.Text(board.Crisis.Reason),
            Optional(board.Crisis.MeetingPlace),
            board.Crisis.DeclaredAt,
            board.Crisis.DeclaredBy,
            board.Crisis.StoodDownAt,
            board.Crisis.Plan,
            board.Crisis.PlanVersion,
            [.. board.Klo.Posts.Select(p => FunctionOf(p) with { AlsoIn = AlsoIn(p.Function, doubles) })],
            [.. board.Incidents.Select(IncidentOf)],
            board.DecisionsTaken,
            board.OpenDecisions.Count,
            [.. board.OpenDecisions.Values.TakeLast(decisions).Select(DecisionOf)],
            [.. board.OpenTasks.Values.Select(TaskOf)],
            SituationWording.Of(board, words),
            [.. board.Latest.Select(LineOf)]
        );
    }

    /// <summary>A line of the journal, as it stands on a board.</summary>
    public BoardLine LineOf(LineOnBoard line) =>
        new(
            line.Version,
            line.RecordedAt,
            line.Event.OccurredAt ?? line.RecordedAt,
            line.By,
            catalogue.Of(line.Event).Name,
            line.Event.InWords(words),
            line.EventId,
            words.NameOf(line.By),
            line.Corrected
        );

    private List<string> AlsoIn(FunctionKey function, IReadOnlyList<DoublePost> doubles) =>
        [
            .. doubles
                .Where(d => d.Functions.Contains(function))
                .SelectMany(d => d.Functions)
                .Where(f => f != function)
                .Distinct()
                .Select(f => words.Function(f)),
        ];

    private BoardFunction FunctionOf(FunctionPost post) =>
        new(
            post.Function,
            words.Function(post.Function),
            post.Holder,
            NameOf(post.Holder),
            post.Mandate,
            post.HeldSince,
            post.Handover is { } handover
                ? new(handover.To, words.NameOf(handover.To), handover.OfferedAt, words.Text(handover.Briefing))
                : null,
            [.. post.Summons.Select(SummonsOf)],
            post.VacantSince,
            post.HolderSilentSince,
            post.Call is { } call ? new(call.CalledAt, call.AnswerBy) : null,
            post.Takeover is { } taken ? new(taken.From, words.NameOf(taken.From), taken.At) : null
        );

    private BoardSummons SummonsOf(Summons s) =>
        new(
            s.Person,
            words.NameOf(s.Person),
            s.Rank,
            s.SummonedAt,
            s.AnswerBy,
            s.Answer,
            s.Eta,
            s.Via,
            s.SilentAt,
            s.OverdueAt,
            s.ArrivedAt
        );

    private BoardIncident IncidentOf(IncidentOnBoard i)
    {
        var known = incidents.GetValueOrDefault(i.IncidentId) ?? Incident.Initial;
        return new(
            i.IncidentId,
            i.LinkedAt,
            i.Last,
            // An incident keeps its words when it is linked again, though the crisis is told nothing new of it.
            Optional(known.Text ?? i.Text),
            i.OccurredAt,
            i.LearnedAt,
            known.Kind,
            words.Kind(known.Kind),
            Optional(known.Headline),
            Optional(known.Place),
            known.Area,
            known.Area is { } area ? words.Area(area) : null,
            known.Severity,
            words.Of(known.Severity),
            known.Verified,
            known.Open
        )
        {
            Conflicts = known.Conflicts.Length,
            Latest = LatestOf(known.Latest),
            Expires = known.Times?.Expires,
            Passed = known.Passed,
            CancelledBySender = known is { Open: true, CancelledBySender: true },
            Heard = Optional(i.Text),
        };
    }

    private BoardLatest? LatestOf(Told? told) =>
        told is null
            ? null
            : new(
                Optional(told.Text) is { Length: > 0 } text ? text : null,
                told.At,
                told.By,
                words.NameOf(told.By),
                told.What,
                words.Of(told.What)
            );

    private BoardTask TaskOf(TaskOnBoard t) =>
        new(t.TaskId, t.Function, words.Text(t.Text), t.GivenAt, t.DueAt, t.DecisionNumber, words.Function(t.Function));

    private BoardDecision DecisionOf(DecisionOnBoard d) =>
        new(
            d.Number,
            d.EventId,
            words.Text(d.Decision),
            d.Function,
            d.By,
            d.Executor,
            d.DecidedAt,
            d.DueAt,
            words.NameOf(d.By),
            d.Function is { } function ? words.Function(function) : null,
            d.Executor is { } executor ? words.Function(executor) : null
        )
        {
            Capacity = d.Capacity,
            CapacityName = words.Capacity(d.Capacity) is { Length: > 0 } capacity ? capacity : null,
        };

    private string? NameOf(PersonId? person) => person is { } known ? words.NameOf(known) : null;

    private string? Optional(CommittedText? text) => text is null ? null : words.Text(text);
}
