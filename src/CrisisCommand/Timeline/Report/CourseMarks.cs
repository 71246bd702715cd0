using System.Xml.Linq;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>One thing on the axis.</summary>
/// <param name="Number">As in the table that says it in words.</param>
internal sealed record CourseMark(double X, int Number, bool Earlier, string Title);

/// <summary>One mark, or several that stand too close to be told apart, as they are drawn.</summary>
internal sealed record CourseGroup(int Level, IReadOnlyList<CourseMark> Marks)
{
    private const double Letters = 8;

    public double X => Marks[0].X;

    public double Width => Math.Max(12, Svg.Width(Label, Letters) + 6);

    /// <summary>"4", "4–7" where all between are in it, else "4 +2"; a bracket before what lies before the axis.</summary>
    public string Label
    {
        get
        {
            var (least, most) = (Marks.Min(m => m.Number), Marks.Max(m => m.Number));
            var numbers =
                Marks.Count == 1 ? $"{least}"
                : most - least == Marks.Count - 1 ? $"{least}–{most}"
                : $"{Marks[0].Number} +{Marks.Count - 1}";
            return Marks.Any(m => m.Earlier) ? "‹" + numbers : numbers;
        }
    }

    public string Title => string.Join("\n", Marks.Select(m => m.Title));

    /// <summary>Marks side by side, one above the other where they are too near, and together where even that has no room.</summary>
    /// <param name="levels">At least 1.</param>
    public static IReadOnlyList<CourseGroup> Place(IEnumerable<CourseMark> marks, int levels)
    {
        var placed = new CourseGroup?[levels];
        var groups = new List<CourseGroup>();
        foreach (var mark in marks.OrderBy(m => m.X).ThenBy(m => m.Number))
        {
            var alone = new CourseGroup(0, [mark]);
            var level = Array.FindIndex(placed, g => g is null || g.X + (g.Width / 2) + 1 <= alone.X - (alone.Width / 2));
            if (level >= 0)
            {
                placed[level] = alone with { Level = level };
                groups.Add(placed[level]!);
                continue;
            }

            var last = placed[^1]!;
            placed[^1] = last with { Marks = [.. last.Marks, mark] };
            groups[groups.IndexOf(last)] = placed[^1]!;
        }

        return groups;
    }
}

/// <summary>One row of marks under the functions.</summary>
internal sealed record CourseLane(string Label, IReadOnlyList<CourseGroup> Groups, Func<CourseGroup, double, double, XElement> Shape)
{
    private const double Level = 13;

    public double Height => 17 + (Groups.Select(g => g.Level).DefaultIfEmpty(0).Max() * Level);

    public IEnumerable<XElement> Draw(double y) => Groups.Select(g => Svg.Described(Shape(g, g.X, Centre(y, g)), g.Title));

    public Dictionary<int, (double X, double Y)> Centres(double y) =>
        Groups.SelectMany(g => g.Marks.Select(m => (m.Number, (g.X, Centre(y, g))))).ToDictionary(c => c.Number, c => c.Item2);

    private static double Centre(double y, CourseGroup group) => y + 8.5 + (group.Level * Level);
}

/// <summary>Shapes that are told apart without colour.</summary>
internal static class CourseShapes
{
    private const string Paper = "#fff";
    private const string Decided = "#1d3557";

    public static XElement Occurred(CourseGroup group, double x, double y) => Numbered(group, x, y, 6, Paper, Svg.Ink);

    public static XElement Learned(CourseGroup group, double x, double y) => Numbered(group, x, y, 6, Svg.Ink, Paper);

    public static XElement Decision(CourseGroup group, double x, double y) => Numbered(group, x, y, 0, Decided, Paper);

    public static XElement Executed(CourseGroup group, double x, double y) => Numbered(group, x, y, 0, Paper, Decided);

    public static XElement Situation(CourseGroup group, double x, double y) => Path($"M{N(x)},{N(y - 5)} l5,5 l-5,5 l-5,-5 z");

    public static XElement Done(CourseGroup group, double x, double y) => Path($"M{N(x)},{N(y - 4)} l4.5,8 h-9 z");

    public static IEnumerable<(XElement Sign, string Key)> Legend()
    {
        var one = new CourseGroup(0, [new(9, 1, false, "")]);
        return
        [
            (Occurred(one, 9, 6), "occurred"),
            (Learned(one, 9, 6), "learned"),
            (Decision(one, 9, 6), "decision"),
            (Executed(one, 9, 6), "executed"),
            (Situation(one, 9, 6), "situation"),
            (Done(one, 9, 6), "done"),
            (Occurred(new(0, [new(9, 1, true, "")]), 9, 6), "earlier"),
        ];
    }

    /// <summary>As much of a text as fits.</summary>
    public static string Fitting(string text, double size, double room)
    {
        var most = (int)(room / Svg.Width("n", size));
        return text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    }

    private static XElement Numbered(CourseGroup group, double x, double y, double round, string fill, string ink)
    {
        var box = Svg.Shape(
            "rect",
            ("x", x - (group.Width / 2)),
            ("y", y - 6),
            ("width", group.Width),
            ("height", 12.0),
            ("rx", round),
            ("fill", fill),
            ("stroke", fill == Paper ? ink : fill),
            ("stroke-width", 1)
        );
        var number = Svg.Text(x, y + 3, group.Label, 8, ("text-anchor", "middle"), ("font-weight", "bold"), ("fill", ink));
        return Svg.Element("g", box, number);
    }

    private static XElement Path(string path) =>
        Svg.Element("g", Svg.Shape("path", ("d", path), ("fill", "#333"), ("stroke", Paper), ("stroke-width", 0.5)));

    private static string N(double number) => FormattableString.Invariant($"{number:0.##}");
}

/// <summary>Puts what the report says into lanes.</summary>
internal sealed class CourseLanes(AfterAction report, ReportWording wording, TimeScale scale, DateTimeOffset from)
{
    private const int Levels = 3;
    private const int Letters = 120;

    public IReadOnlyList<CourseLane> All()
    {
        var learned = report.Incidents.SelectMany(i => i.Learned).ToList();
        var executed = report.Decisions.Select(d => (d.Number, At: ExecutedAt(d), d.Decision)).Where(d => d.At is not null).ToList();
        return
        [
            Numbered("occurred", learned.Select(l => Mark(l.OccurredAt, l.Number, "occurred", l.Text)), CourseShapes.Occurred),
            Numbered("learned", learned.Select(l => Mark(l.LearnedAt, l.Number, "learned", l.Text)), CourseShapes.Learned),
            Numbered("decision", report.Decisions.Select(d => Mark(d.DecidedAt, d.Number, "decision", d.Decision)), CourseShapes.Decision),
            Numbered("executed", executed.Select(d => Mark(d.At!.Value, d.Number, "executed", d.Decision)), CourseShapes.Executed),
            Small(
                "situation",
                report.SituationReports.Select((s, i) => Mark(s.RecordedAt, i + 1, "situation", s.Text)),
                CourseShapes.Situation
            ),
            Small("done", Done().Select((t, i) => Mark(t.DoneAt!.Value, i + 1, "done", t.Text)), CourseShapes.Done),
        ];
    }

    private IEnumerable<TaskReport> Done() => report.Tasks.Where(t => t.DoneAt is not null).OrderBy(t => t.DoneAt);

    private static DateTimeOffset? ExecutedAt(DecisionReport decision) =>
        decision.History.FirstOrDefault(s => s.Status == Decisions.DecisionStatus.Executed)?.At;

    private CourseLane Numbered(string key, IEnumerable<CourseMark> marks, Func<CourseGroup, double, double, XElement> shape)
    {
        var all = marks.ToList();
        return new(Label(key, all.Count), CourseGroup.Place(all, Levels), shape);
    }

    private CourseLane Small(string key, IEnumerable<CourseMark> marks, Func<CourseGroup, double, double, XElement> shape)
    {
        var all = marks.Select(m => new CourseGroup(0, [m])).ToList();
        return new(Label(key, all.Count), all, shape);
    }

    private string Label(string key, int count) => $"{wording.Say("legend." + key)} ({count})";

    private CourseMark Mark(DateTimeOffset at, int number, string key, string? text)
    {
        var title = $"{wording.Say("legend." + key)} {number}, {wording.Time(at)}";
        var shown =
            at < from ? from
            : at > report.StaffingProof.Until ? report.StaffingProof.Until
            : at;
        var words = text is { Length: > Letters } ? string.Concat(text.EnumerateRunes().Take(Letters)) + "…" : text;
        return new(scale.X(shown), number, at < from, words is null ? title : $"{title}: {words}");
    }
}
