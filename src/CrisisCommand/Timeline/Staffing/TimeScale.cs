using System.Xml.Linq;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>Where a moment lies in a drawing: names to the left, time to the right of them.</summary>
/// <param name="right">How much room stays free at the right.</param>
internal sealed class TimeScale(DateTimeOffset from, DateTimeOffset until, double right, ReportWording wording)
{
    public const double Width = 680;
    public const double Left = 138;

    /// <summary>The height of the times beneath.</summary>
    public const double Axis = 34;
    private const int MostTicks = 8;

    // A crisis that was declared this very instant is drawn as a second, since nothing can be drawn over no time.
    private readonly double _span = Math.Max((until - from).TotalSeconds, 1);

    public double X(DateTimeOffset at) => Left + ((at - from).TotalSeconds / _span * (Width - Left - right));

    public IEnumerable<XElement> Grid(double top, double bottom) =>
        TimeAxis.Of(from, until, MostTicks, wording).SelectMany(t => Tick(t, top, bottom));

    private IEnumerable<XElement> Tick(Tick tick, double top, double bottom)
    {
        var x = X(tick.At);
        yield return Svg.Line(x, top, x, bottom + 4, Svg.Grid, 0.6);
        yield return Svg.Text(x, bottom + 15, tick.Label, 9, ("text-anchor", "middle"));
        yield return Svg.Text(x, bottom + 26, tick.Beneath, 9, ("text-anchor", "middle"), ("fill", "#444"));
    }
}
