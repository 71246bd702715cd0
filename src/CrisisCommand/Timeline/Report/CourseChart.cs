using System.Xml.Linq;
using CrisisCommand.Timeline.Staffing;

namespace CrisisCommand.Timeline.Report;

/// <summary>
/// The course of a crisis on one time axis: who held which function, and beneath it what happened and when the KLO knew, what was decided
/// and executed, reported and done. The numbers are those of the report's tables, which say the same in words.
/// </summary>
public static class CourseChart
{
    /// <summary>The SVG element; everything in it is escaped by the writer.</summary>
    public static string Draw(AfterAction report, ReportWording wording) =>
        new CourseDrawing(report, wording).Whole().ToString(SaveOptions.DisableFormatting);
}

/// <summary>One drawing of one report.</summary>
internal sealed class CourseDrawing
{
    private const double Right = 14;
    private const double Top = 24;
    private const double Row = 22;
    private const double Between = 6;

    private readonly AfterAction _report;
    private readonly ReportWording _wording;
    private readonly StaffingPatterns _patterns = new("course");
    private readonly TimeScale _scale;
    private readonly IReadOnlyList<CourseLane> _lanes;

    public CourseDrawing(AfterAction report, ReportWording wording)
    {
        (_report, _wording) = (report, wording);
        var from = Begin(report);
        _scale = new(from, report.StaffingProof.Until, Right, wording);
        _lanes = new CourseLanes(report, wording, _scale, from).All();
    }

    private double Beneath => Top + (_report.StaffingProof.Functions.Count * Row) + Between;

    private double Bottom => Beneath + _lanes.Sum(l => l.Height);

    public XElement Whole()
    {
        var (staffing, marks) = (ChartLegend.Staffing(_patterns), CourseShapes.Legend().ToList());
        var below = ChartLegend.Height(staffing.Length);
        var height = Bottom + TimeScale.Axis + below + ChartLegend.Height(marks.Count) + 12;
        var svg = Svg.Drawing("course", height, Title(), Description(), _patterns.All());
        svg.Add(Heading(), _scale.Grid(Top, Bottom));
        svg.Add(_report.StaffingProof.Functions.Select((f, i) => Function(f, Top + (i * Row))));
        var legend = new ChartLegend(_wording);
        svg.Add(Lanes(), Ends(), legend.At(0, Bottom + TimeScale.Axis + 10, staffing));
        svg.Add(legend.At(0, Bottom + TimeScale.Axis + 10 + below, marks));
        return svg;
    }

    /// <summary>What came before is drawn too, but never so much of it that the crisis itself is squeezed: the rest is marked as earlier.</summary>
    private static DateTimeOffset Begin(AfterAction report)
    {
        var (declared, until) = (report.Crisis.DeclaredAt, report.StaffingProof.Until);
        var room = TimeSpan.FromSeconds(Math.Max((until - declared).TotalSeconds, 1) / 2);
        return report
            .Incidents.SelectMany(i => i.Learned.Select(l => l.OccurredAt))
            .Concat(report.Decisions.Select(d => d.DecidedAt))
            .Select(at => at < declared - room ? declared - room : at)
            .Append(declared)
            .Min();
    }

    private string Title() => (_report.Notice is { } notice ? notice + ": " : "") + _wording.Say("course.title");

    private string Description() =>
        _wording.Say(
            "course.desc",
            _report.StaffingProof.Functions.Count,
            _wording.Minute(_report.Crisis.DeclaredAt),
            _wording.Minute(_report.StaffingProof.Until),
            string.Join(", ", _lanes.Select(l => l.Label))
        );

    private IEnumerable<XElement> Heading() =>
        _report.Notice is { } notice ? [Svg.Text(0, 13, notice, 11, ("font-weight", "bold"), ("fill", Svg.Alarm))] : [];

    private IEnumerable<XElement> Function(FunctionStaffing function, double y)
    {
        yield return Svg.Line(0, y, TimeScale.Width, y, Svg.Grid, 0.6);
        yield return Svg.Text(0, y + 15, CourseShapes.Fitting(function.Function.Name, 9, TimeScale.Left - 6), 9);
        var bar = new StaffingBar(_wording, _patterns, BarSize.Slim);
        foreach (var (interval, i) in function.Intervals.Select((interval, i) => (interval, i)))
        {
            var until = _scale.X(interval.To ?? _report.StaffingProof.Until);
            yield return bar.Draw(interval, _scale.X(interval.From), until, y, i % 2 == 0);
        }
    }

    /// <summary>Lanes from top to bottom; a line leads from what happened to when it was known.</summary>
    private IEnumerable<XElement> Lanes()
    {
        var (y, marks) = (Beneath, new List<XElement>());
        var centres = new List<Dictionary<int, (double X, double Y)>>();
        foreach (var lane in _lanes)
        {
            yield return Svg.Line(0, y, TimeScale.Width, y, Svg.Grid, 0.6);
            yield return Svg.Text(0, y + 12, lane.Label, 9);
            marks.AddRange(lane.Draw(y));
            centres.Add(lane.Centres(y));
            y += lane.Height;
        }

        foreach (var (number, (x, above)) in centres[0])
        {
            var (known, below) = centres[1][number];
            yield return Svg.Line(x, above, known, below, "#555", 0.6);
        }

        foreach (var mark in marks)
        {
            yield return mark;
        }
    }

    private IEnumerable<XElement> Ends()
    {
        var (declared, until) = (_scale.X(_report.Crisis.DeclaredAt), _scale.X(_report.StaffingProof.Until));
        var over = _report.StaffingProof.StoodDown;
        yield return Svg.Line(0, Bottom, TimeScale.Width, Bottom, Svg.Ink, 0.8);
        yield return Svg.Line(declared, Top - 6, declared, Bottom + 4, Svg.Ink, 1.2);
        yield return Svg.Text(declared, Top - 10, _wording.Say("chart.declared", _wording.TimeOfDay(_report.Crisis.DeclaredAt)), 9);
        if (over)
        {
            yield return Svg.Line(until, Top - 6, until, Bottom + 4, Svg.Ink, 1.2);
        }

        var end = _wording.Say(over ? "chart.stood-down" : "chart.so-far", _wording.TimeOfDay(_report.StaffingProof.Until));
        yield return Svg.Text(TimeScale.Width - Right, Top - 10, end, 9, ("text-anchor", "end"));
    }
}
