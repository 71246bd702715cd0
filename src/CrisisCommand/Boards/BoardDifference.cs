using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Boards;

/// <summary>The parts of a board.</summary>
public enum BoardCell
{
    Status,
    Level,
    Briefing,
    Function,
    Incident,
    Decision,
    Task,
    Situation,
}

/// <summary>One thing that an earlier board shows otherwise than a later one.</summary>
/// <param name="Subject">Which function (key), incident or task (id) or decision (number); null where the board has one such cell.</param>
/// <param name="Change">What came to be otherwise, as a stable code.</param>
/// <param name="Words">The same as a sentence in the reader's language.</param>
public sealed record BoardChange(BoardCell Cell, string? Subject, string Change, string Words);

/// <summary>What an earlier board of a crisis shows otherwise than a later one, cell by cell. Pure.</summary>
public sealed class BoardDifference
{
    private readonly BoardView _from;
    private readonly BoardView _to;
    private readonly Words _words;
    private readonly List<BoardChange> _changes = [];

    private BoardDifference(BoardView from, BoardView to, Words words) => (_from, _to, _words) = (from, to, words);

    /// <param name="from">The earlier board, with all its open decisions.</param>
    /// <param name="to">The later board, with all its open decisions.</param>
    public static IReadOnlyList<BoardChange> Between(BoardView from, BoardView to, Words words)
    {
        var difference = new BoardDifference(from, to, words);
        difference.Whole();
        difference._changes.AddRange(FunctionDifference.Between(from.Functions, to.Functions, words));
        difference._changes.AddRange(IncidentDifference.Between(from.Incidents, to.Incidents, words));
        difference.Decisions();
        difference.Tasks();
        difference.Situation();
        return difference._changes;
    }

    /// <summary>The change of that wording; its code is the last part of the wording's key.</summary>
    internal static BoardChange Change(Words words, BoardCell cell, string? subject, string wording, params object?[] arguments) =>
        new(cell, subject, wording["boards.".Length..], words.Say(wording, arguments));

    private void Add(BoardCell cell, string? subject, string wording, params object?[] arguments) =>
        _changes.Add(Change(_words, cell, subject, wording, arguments));

    private void Whole()
    {
        if (_to.Status != _from.Status)
        {
            Add(BoardCell.Status, null, "boards.crisis-stood-down");
        }

        if ((_to.Plan, _to.PlanVersion) != (_from.Plan, _from.PlanVersion))
        {
            Add(BoardCell.Status, null, "boards.plan-changed", _from.Plan, _to.Plan);
        }

        if (_to.Level is { } level && level.Level != _from.Level?.Level)
        {
            Add(
                BoardCell.Level,
                null,
                _from.Level is null ? "boards.level-set" : "boards.level-changed",
                level.Name,
                level.Why,
                _from.Level?.Name
            );
        }

        Briefing();
    }

    private void Briefing()
    {
        switch (_from.Briefing, _to.Briefing)
        {
            case ({ } before, null):
                Add(BoardCell.Briefing, null, "boards.briefing-off", _words.Time(before.At));
                break;
            case (var before, { } now) when before is null || before.At <= now.CalledAt && before.CalledAt != now.CalledAt:
                Add(BoardCell.Briefing, null, "boards.briefing-called", _words.Time(now.At));
                break;
            case ({ } before, { } now) when before.At != now.At:
                Add(BoardCell.Briefing, null, "boards.briefing-moved", _words.Time(before.At), _words.Time(now.At));
                break;
            case ({ } before, { } now) when before.CalledAt != now.CalledAt:
                Add(BoardCell.Briefing, null, "boards.briefing-otherwise", _words.Time(now.At));
                break;
        }
    }

    private void Decisions()
    {
        var (before, now) = (_from.OpenDecisions.ToDictionary(d => d.Number), _to.OpenDecisions.ToDictionary(d => d.Number));
        foreach (var closed in before.Values.Where(d => !now.ContainsKey(d.Number)))
        {
            Add(BoardCell.Decision, $"{closed.Number}", "boards.decision-closed", closed.Number, closed.Decision);
        }

        for (var number = _from.DecisionCount + 1; number <= _to.DecisionCount; number++)
        {
            if (now.TryGetValue(number, out var taken))
            {
                Add(BoardCell.Decision, $"{number}", "boards.decision-taken", number, taken.Decision);
            }
            else
            {
                Add(BoardCell.Decision, $"{number}", "boards.decision-came-and-went", number);
            }
        }
    }

    private void Tasks()
    {
        foreach (var done in _from.OpenTasks.ExceptBy(_to.OpenTasks.Select(t => t.TaskId), t => t.TaskId))
        {
            Add(BoardCell.Task, $"{done.TaskId}", "boards.task-finished", done.FunctionName, done.Text);
        }

        foreach (var given in _to.OpenTasks.ExceptBy(_from.OpenTasks.Select(t => t.TaskId), t => t.TaskId))
        {
            Add(BoardCell.Task, $"{given.TaskId}", "boards.task-given", given.FunctionName, given.Text);
        }
    }

    private void Situation()
    {
        if (_to.Situation is not { } now)
        {
            return;
        }

        // Functions tell of themselves between the reports.
        if (now.IsJudged && now.ReportedAt != _from.Situation?.ReportedAt)
        {
            Add(BoardCell.Situation, null, "boards.situation-reported", now.Text);
            if (now.NextAt is { } next)
            {
                Add(BoardCell.Situation, null, "boards.situation-next", _words.Time(next));
            }
        }

        var before = (_from.Situation?.Status ?? []).ToDictionary(s => (s.Area, s.Function));
        foreach (var line in now.Status)
        {
            Status(before.GetValueOrDefault((line.Area, line.Function)), line);
        }
    }

    /// <summary>Told again is told too: it is so still.</summary>
    private void Status(BoardStatus? before, BoardStatus now)
    {
        if (before?.ReportedAt == now.ReportedAt)
        {
            return;
        }

        var wording =
            before is null ? "boards.status-reported"
            : before.Status != now.Status ? "boards.status-turned"
            : "boards.status-still";
        var subject = string.Join('/', new[] { now.Area?.Value, now.Function?.Value }.OfType<string>());
        var said = now.Text is { } text ? $"{now.StatusName} ({text})" : now.StatusName;
        Add(BoardCell.Situation, subject.Length == 0 ? null : subject, wording, now.About, said, before?.StatusName);
    }
}
