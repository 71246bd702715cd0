using CrisisCommand.Crises;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Boards;

/// <summary>What the board of a crisis expects of one person, in their words. Pure.</summary>
public static class MyCrisisWording
{
    public static MyCrisis Show(Guid id, Board board, PersonId me, Words words)
    {
        var decisions = DecisionsOf(board, me).Select(d => DecisionOf(d, words)).ToList();
        var leader = board.Klo.Leader ?? board.Klo.ActingLeader;
        var expected = Expected(
            id,
            board.Klo,
            me,
            words,
            decisions.Select(d => d.By).Concat(PassedFrom(board, me).Select(p => p.Passed.By))
        );
        return expected with
        {
            Notices = [.. expected.Notices, .. PassedFrom(board, me).Select(p => NoticeOf(p.Passed, p.Now, words))],
            Tasks = [.. TasksOf(board, me).Select(t => TaskOf(t, words))],
            Decisions = decisions,
            Leader = leader is { } leads ? new(leads, words.NameOf(leads), Acting: board.Klo.Leader is null) : null,
            Level = LevelShown.Of(board.Crisis.Level, words),
            StandDownReason = board.Crisis.Proposal is { } proposal ? words.Text(proposal.Why) : null,
            Briefing = BriefingShown.Of(board.Crisis.Briefing, words),
        };
    }

    private static IEnumerable<TaskOnBoard> TasksOf(Board board, PersonId me) =>
        board
            .OpenTasks.Values.Where(t => IsMine(board.Klo, t.Function, me))
            .OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(t => t.GivenAt);

    private static IEnumerable<DecisionOnBoard> DecisionsOf(Board board, PersonId me) =>
        board
            .OpenDecisions.Values.Where(d => d.Executor is { } executor && IsMine(board.Klo, executor, me))
            .OrderBy(d => d.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(d => d.Number);

    /// <summary>Nothing is expected of anybody once it is over; until somebody is in place, the ordinary holder is the one.</summary>
    /// <param name="executor">A function of the plan, else a person: some persons are keyed as functions are.</param>
    private static bool IsMine(KloActivation klo, FunctionKey executor, PersonId me) =>
        !klo.IsStoodDown && (klo.Post(executor) is null ? executor.Value == me.Value : klo.ActingIn(executor) == me);

    /// <summary>What the caller was to carry out and another has got by a revision, while that is to be done.</summary>
    private static IEnumerable<(PassedOn Passed, int Now)> PassedFrom(Board board, PersonId me) =>
        from decision in board.OpenDecisions.Values
        where !(decision.Executor is { } executor && IsMine(board.Klo, executor, me))
        from passed in decision.Passed
        where IsMine(board.Klo, passed.Executor, me)
        select (passed, decision.Number);

    private static MyNotice NoticeOf(PassedOn passed, int now, Words words) =>
        new(
            passed.Executor,
            passed.By,
            passed.At,
            words.Say("boards.revised-notice", passed.Number, now, words.Person(passed.By), words.Time(passed.At))
        );

    private static MyTask TaskOf(TaskOnBoard t, Words words) =>
        new(t.TaskId, t.Function, words.Function(t.Function), words.Text(t.Text), t.GivenAt, t.DueAt, t.DecisionNumber);

    private static MyDecision DecisionOf(DecisionOnBoard d, Words words) =>
        new(d.Number, words.Text(d.Decision), d.Executor!.Value, words.Function(d.Executor), d.By, d.DecidedAt, d.DueAt);

    private static MyCrisis Expected(Guid id, KloActivation klo, PersonId me, Words words, IEnumerable<PersonId> deciders)
    {
        // Nothing is expected of anybody once it is over; what became of a function is told all the same.
        var open = klo.IsStoodDown ? [] : klo.Posts;
        var notices = klo.Posts.Where(p => p.TakenFrom == me).Select(p => NoticeOf(p.Function, p.Takeover!, words)).ToList();
        var handovers = open.Where(p => p.Handover?.To == me).Select(p => HandoverOf(p.Function, p.Handover!, words)).ToList();
        return new(
            id,
            me,
            klo.StoodDownAt,
            notices,
            [.. open.SelectMany(p => SummonsesOf(p, me, words))],
            handovers,
            [
                .. open.Where(p => p.Holder == me)
                    .Select(p => new MyFunction(p.Function, words.Function(p.Function), p.Mandate, p.HeldSince)),
            ],
            [.. open.Where(p => p.Holder == me && p.Call is not null).Select(p => CallOf(p.Function, p.Call!, words))],
            [.. open.SelectMany(p => p.Reliefs.Where(r => r.Person == me), (p, r) => ReliefOf(p.Function, r, words))],
            PersonNames.Of([me, .. notices.Select(n => n.By), .. handovers.Select(h => h.From), .. deciders], words)
        );
    }

    private static MyNotice NoticeOf(FunctionKey function, Takeover taken, Words words) =>
        new(
            function,
            taken.By,
            taken.At,
            words.Say("klo.taken-over-notice", words.Function(function), words.Person(taken.By), words.Time(taken.At))
        );

    private static IEnumerable<MySummons> SummonsesOf(FunctionPost post, PersonId me, Words words) =>
        post.NeedsSomebody && post.Holder != me && post.SummonsOf(me) is { Answer: null, ArrivedAt: null } mine
            ? [new(post.Function, words.Function(post.Function), mine.Rank, mine.SummonedAt, mine.AnswerBy, mine.SilentAt)]
            : [];

    private static MyHandover HandoverOf(FunctionKey function, PendingHandover offered, Words words) =>
        new(function, words.Function(function), offered.From, words.Text(offered.Briefing), offered.OfferedAt);

    private static MyCall CallOf(FunctionKey function, HolderCall call, Words words) =>
        new(function, words.Function(function), call.CalledAt, call.AnswerBy);

    private static MyRelief ReliefOf(FunctionKey function, Relief relief, Words words) =>
        new(function, words.Function(function), relief.At);
}
