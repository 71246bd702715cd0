using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform;

namespace CrisisCommand.Boards;

/// <summary>Puts a board into a reader's words. What it shows of texts is <see cref="TextsOf"/>, so that their openings are read in one go.</summary>
public static class BoardWording
{
    private const int ShownDecisions = 50;

    public static IReadOnlyList<CommittedText> TextsOf(Board board) =>
        [
            .. board.Crisis.Texts,
            .. new[] { board.Situation?.Text }.OfType<CommittedText>(),
            .. board.Klo.Posts.Select(p => p.Handover?.Briefing).OfType<CommittedText>(),
            .. board.Incidents.Select(i => i.Text).OfType<CommittedText>(),
            .. board.OpenDecisions.Values.TakeLast(ShownDecisions).Select(d => d.Decision),
            .. board.OpenTasks.Values.Select(t => t.Text),
            .. board.Situation?.Status.Select(s => s.Text).OfType<CommittedText>() ?? [],
            .. board.Latest.SelectMany(l => l.Event.Texts),
        ];

    public static BoardView View(
        Board board,
        Guid crisis,
        Realm realm,
        Words words,
        Func<PersonId, string?> nameOf,
        EventCatalogue catalogue
    ) =>
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
            Optional(board.Crisis.MeetingPlace, words),
            board.Crisis.DeclaredAt,
            board.Crisis.DeclaredBy,
            board.Crisis.StoodDownAt,
            board.Crisis.Plan,
            board.Crisis.PlanVersion,
            [.. board.Klo.Posts.Select(p => FunctionOf(p, words, nameOf))],
            [.. board.Incidents.Select(i => IncidentOf(i, words))],
            board.DecisionsTaken,
            board.OpenDecisions.Count,
            [.. board.OpenDecisions.Values.TakeLast(ShownDecisions).Select(d => DecisionOf(d, words))],
            [.. board.OpenTasks.Values.Select(t => TaskOf(t, words))],
            SituationOf(board.Situation, words),
            [.. board.Latest.Select(l => LineOf(l, words, catalogue))]
        )
        {
            Level = LevelShown.Of(board.Crisis.Level, words, nameOf),
            Briefing = BriefingShown.Of(board.Crisis.Briefing, words, nameOf),
        };

    private static BoardFunction FunctionOf(FunctionPost post, Words words, Func<PersonId, string?> nameOf) =>
        new(
            post.Function,
            words.Function(post.Function),
            post.Holder,
            post.Holder is { } holder ? nameOf(holder) : null,
            post.Mandate,
            post.HeldSince,
            post.Handover is { } handover ? new(handover.To, nameOf(handover.To), handover.OfferedAt, words.Text(handover.Briefing)) : null,
            [.. post.Summons.Select(s => SummonsOf(s, nameOf))],
            post.VacantSince,
            post.HolderSilentSince,
            post.Call is { } call ? new(call.CalledAt, call.AnswerBy) : null,
            post.Takeover is { } taken ? new(taken.From, nameOf(taken.From), taken.At) : null
        );

    private static BoardSummons SummonsOf(Summons s, Func<PersonId, string?> nameOf) =>
        new(s.Person, nameOf(s.Person), s.Rank, s.SummonedAt, s.AnswerBy, s.Answer, s.Eta, s.Via, s.SilentAt, s.OverdueAt, s.ArrivedAt);

    private static BoardIncident IncidentOf(IncidentOnBoard i, Words words) =>
        new(i.IncidentId, i.LinkedAt, i.Last, Optional(i.Text, words), i.OccurredAt, i.LearnedAt);

    private static BoardTask TaskOf(TaskOnBoard t, Words words) =>
        new(t.TaskId, t.Function, words.Text(t.Text), t.GivenAt, t.DueAt, t.DecisionNumber);

    private static BoardDecision DecisionOf(DecisionOnBoard d, Words words) =>
        new(d.Number, d.EventId, words.Text(d.Decision), d.Function, d.By, d.Executor, d.DecidedAt, d.DueAt);

    private static BoardSituation? SituationOf(SituationOnBoard? situation, Words words) =>
        situation is null
            ? null
            : new(
                words.Text(situation.Text),
                situation.ReportedAt,
                situation.By,
                [.. situation.Status.Select(s => new BoardStatus(s.Area, s.Function, s.Status.Value, Optional(s.Text, words)))]
            );

    private static BoardLine LineOf(LineOnBoard line, Words words, EventCatalogue catalogue) =>
        new(
            line.Version,
            line.RecordedAt,
            line.Event.OccurredAt ?? line.RecordedAt,
            line.By,
            catalogue.Of(line.Event).Name,
            line.Event.InWords(words)
        );

    private static string? Optional(CommittedText? text, Words words) => text is null ? null : words.Text(text);
}
