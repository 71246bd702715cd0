using System.Xml.Linq;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>How a bar lies in its row.</summary>
/// <param name="Silence">How high the hatching of a holder's silence is.</param>
internal sealed record BarSize(double Above, double Height, double Silence, double Letters, double Baseline)
{
    public static readonly BarSize Usual = new(7, 20, 6, 9.5, 13.5);
    public static readonly BarSize Slim = new(4, 14, 4, 8.5, 10);
}

/// <summary>One interval of a function as a bar: the holder's name where there is room, hatching and the reason where nobody held it.</summary>
internal sealed class StaffingBar(ReportWording wording, StaffingPatterns patterns, BarSize size)
{
    private const double Padding = 6;

    // A gap of a second in a week is seen too.
    private const double Narrowest = 1.2;

    public XElement Draw(IntervalReport interval, double from, double to, double y, bool even)
    {
        var width = Math.Max(to - from, Narrowest);
        var bar = Svg.Element("g");
        bar.Add(
            interval.Holder is { } holder
                ? Held(interval, holder, from, width, y + size.Above, even)
                : Vacant(interval, from, width, y + size.Above)
        );
        return Svg.Described(bar, Say(interval));
    }

    private IEnumerable<XElement> Held(IntervalReport interval, HolderReport holder, double x, double width, double y, bool even)
    {
        yield return Rectangle(x, y, width, size.Height, even ? StaffingPatterns.Held : StaffingPatterns.HeldToo);
        foreach (var silence in holder.Silences)
        {
            var seconds = Math.Max(interval.Seconds, 1);
            var start = (silence.From - interval.From).TotalSeconds / seconds * width;
            var end = silence.To is { } to ? (to - interval.From).TotalSeconds / seconds * width : width;
            yield return Rectangle(
                x + start,
                y + size.Height - size.Silence,
                Math.Max(end - start, Narrowest),
                size.Silence,
                patterns.Silent
            );
        }

        if (StaffingPatterns.Mark(holder.Passing, x, y) is { } mark)
        {
            yield return mark;
        }

        if (Fitting([wording.Person(holder.Person), .. Shorter(wording.Person(holder.Person))], width - Padding) is { } name)
        {
            yield return Svg.Text(x + (Padding / 2) + 1, y + size.Baseline, name, size.Letters);
        }
    }

    private IEnumerable<XElement> Vacant(IntervalReport interval, double x, double width, double y)
    {
        var vacancy = interval.Vacancy!;
        yield return Rectangle(x, y, width, size.Height, patterns.Of(vacancy.Reason));
        if (Fitting([vacancy.Words, vacancy.ReasonName], width - Padding - 8) is { } words)
        {
            var letters = (Svg.Width(words, size.Letters) * 0.92) + 6;
            yield return Svg.Shape("rect", ("x", x + 4), ("y", y + 3), ("width", letters), ("height", size.Height - 6), ("fill", "#fff"));
            yield return Svg.Text(x + 7, y + size.Baseline, words, size.Letters, ("font-style", "italic"));
        }
    }

    private string Say(IntervalReport interval)
    {
        var what = interval.Holder is { } holder
            ? $"{wording.Person(holder.Person)} ({holder.MandateName}, {holder.PassingName})"
            : interval.Vacancy!.Words;
        var until = interval.To is { } to ? wording.Time(to) : wording.Say("still");
        return $"{what}: {wording.Time(interval.From)} – {until}, {wording.Duration(interval.Seconds)}";
    }

    private static XElement Rectangle(double x, double y, double width, double height, string fill) =>
        Svg.Shape(
            "rect",
            ("x", x),
            ("y", y),
            ("width", width),
            ("height", height),
            ("fill", fill),
            ("stroke", Svg.Ink),
            ("stroke-width", width > 2 ? 0.6 : 0.2)
        );

    /// <summary>"Karin Ström" as "K. Ström", "Ström" and "KS".</summary>
    private static IEnumerable<string> Shorter(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? [] : [$"{Initial(parts[0])}. {parts[^1]}", parts[^1], string.Concat(parts.Select(Initial))];
    }

    private static string Initial(string part) => part.EnumerateRunes().First().ToString();

    private string? Fitting(IEnumerable<string> texts, double room) =>
        texts.FirstOrDefault(t => t.Length > 0 && Svg.Width(t, size.Letters) <= room);
}
