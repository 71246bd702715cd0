using CrisisCommand.Crises;
using CrisisCommand.Incidents;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

/// <summary>
/// Puts a board into a reader's words, with every name beside its key, so that whoever shows it looks nothing up. What it shows of texts is
/// <see cref="TextsOf"/>, so that their openings are read in one go.
/// </summary>
/// <param name="incidents">The linked incidents as the KLO had heard of them by then.</param>
public sealed class BoardWording(
    Words words,
    Func<PersonId, string?> nameOf,
    EventCatalogue catalogue,
    IReadOnlyDictionary<Guid, Incident> incidents
)
{
    /// <summary>How many open decisions a board shows, unless all are asked for.</summary>
    public const int ShownDecisions = 50;

    public static IReadOnlyList<CommittedText> TextsOf(
        Board board,
        IReadOnlyDictionary<Guid, Incident> incidents,
        int decisions = ShownDecisions
    ) =>
        [
            .. board.Crisis.Texts,
            .. new[] { board.Situation?.Text }.OfType<CommittedText>(),
            .. board.Klo.Posts.Select(p => p.Handover?.Briefing).OfType<CommittedText>(),
            .. board.Incidents.Select(i => i.Text).OfType<CommittedText>(),
            .. incidents.Values.SelectMany(i => new[] { i.Headline, i.Place }).OfType<CommittedText>(),
            .. board.OpenDecisions.Values.TakeLast(decisions).Select(d => d.Decision),
            .. board.OpenTasks.Values.Select(t => t.Text),
            .. board.Situation?.Status.Select(s => s.Text).OfType<CommittedText>() ?? [],
            .. board.Latest.SelectMany(l => l.Event.Texts),
        ];

    public BoardView View(Board board, Guid crisis, Realm realm, int decisions = ShownDecisions) =>
        Shown(board, crisis, realm, decisions) with
        {
            KindName = words.Kind(board.Crisis.Kind),
            DeclaredByName = NameOf(board.Crisis.DeclaredBy),
            HappenedBy = board.HappenedBy,
            Touched = board.Touched,
            Level = LevelShown.Of(board.Crisis.Level, words, nameOf),
            Briefing = BriefingShown.Of(board.Crisis.Briefing, words, nameOf),
        };

    private BoardView Shown(Board board, Guid crisis, Realm realm, int decisions) =>
        new(
            crisis,
            board.Version,
            Board.FoldVersion,
            board.RecordedAt,
            !realm.IsLive,
            board.Crisis.IsStoodDown ? "stood-down" : "open",
            board.Crisis.Kind,
            words.Text(board.Crisis.Title),
            words.Text(board.Crisis.Reason),
            Optional(board.Crisis.MeetingPlace),
            board.Crisis.DeclaredAt,
            board.Crisis.DeclaredBy,
            board.Crisis.StoodDownAt,
            board.Crisis.Plan,
            board.Crisis.PlanVersion,
            [.. board.Klo.Posts.Select(FunctionOf)],
            [.. board.Incidents.Select(IncidentOf)],
            board.DecisionsTaken,
            board.OpenDecisions.Count,
            [.. board.OpenDecisions.Values.TakeLast(decisions).Select(DecisionOf)],
            [.. board.OpenTasks.Values.Select(TaskOf)],
            SituationOf(board.Situation),
            [.. board.Latest.Select(LineOf)]
        );

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
            nameOf(line.By),
            line.Corrected
        );

    private BoardFunction FunctionOf(FunctionPost post) =>
        new(
            post.Function,
            words.Function(post.Function),
            post.Holder,
            NameOf(post.Holder),
            post.Mandate,
            post.HeldSince,
            post.Handover is { } handover ? new(handover.To, nameOf(handover.To), handover.OfferedAt, words.Text(handover.Briefing)) : null,
            [.. post.Summons.Select(SummonsOf)],
            post.VacantSince,
            post.HolderSilentSince,
            post.Call is { } call ? new(call.CalledAt, call.AnswerBy) : null,
            post.Takeover is { } taken ? new(taken.From, nameOf(taken.From), taken.At) : null
        );

    private BoardSummons SummonsOf(Summons s) =>
        new(s.Person, nameOf(s.Person), s.Rank, s.SummonedAt, s.AnswerBy, s.Answer, s.Eta, s.Via, s.SilentAt, s.OverdueAt, s.ArrivedAt);

    private BoardIncident IncidentOf(IncidentOnBoard i)
    {
        var known = incidents.GetValueOrDefault(i.IncidentId) ?? Incident.Initial;
        return new(
            i.IncidentId,
            i.LinkedAt,
            i.Last,
            Optional(i.Text),
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
        );
    }

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
            nameOf(d.By),
            d.Function is { } function ? words.Function(function) : null,
            d.Executor is { } executor ? words.Function(executor) : null
        );

    private BoardSituation? SituationOf(SituationOnBoard? situation) =>
        situation is null
            ? null
            : new(
                words.Text(situation.Text),
                situation.ReportedAt,
                situation.By,
                [.. situation.Status.Select(StatusOf)],
                nameOf(situation.By)
            );

    private BoardStatus StatusOf(Journal.StatusLine s) =>
        new(
            s.Area,
            s.Function,
            s.Status.Value,
            Optional(s.Text),
            s.Area is { } area ? words.Area(area) : null,
            s.Function is { } function ? words.Function(function) : null
        );

    private string? NameOf(PersonId? person) => person is { } known ? nameOf(known) : null;

    private string? Optional(CommittedText? text) => text is null ? null : words.Text(text);
}
