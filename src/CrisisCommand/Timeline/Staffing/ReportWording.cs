using System.Globalization;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;
using CrisisCommand.Timeline.Report;

namespace CrisisCommand.Timeline.Staffing;

/// <summary>How the printed report says times and durations, and where it finds its own headings.</summary>
public sealed class ReportWording(Words words)
{
    public string Language => words.Culture.TwoLetterISOLanguageName;

    /// <summary>A heading or label of the page.</summary>
    public string Say(string key, params object?[] arguments) => words.Say("timeline.page." + key, arguments);

    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => words.Of(value);

    /// <summary>The same for those enumerations that only this report says.</summary>
    public string Own<TEnum>(TEnum value)
        where TEnum : struct, Enum => Say($"{typeof(TEnum).Name}.{value}");

    /// <summary>Local date and time with offset.</summary>
    public string Time(DateTimeOffset time) => words.Time(time);

    public string Time(DateTimeOffset? time) => words.Time(time);

    /// <summary>Date and minute, for tables where the second says nothing; the offset stays.</summary>
    public string Minute(DateTimeOffset time)
    {
        var local = words.Time(time);
        return $"{local[..16]} {local[20..]}";
    }

    /// <summary>The time of day to the second, with offset.</summary>
    public string TimeOfDay(DateTimeOffset time) => words.Time(time)[11..];

    /// <summary>The local day that a time falls on.</summary>
    public DateOnly Day(DateTimeOffset time) => DateOnly.ParseExact(words.Time(time)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", words.Culture);

    /// <summary>The day where the year goes without saying.</summary>
    public string ShortDay(DateOnly day) => day.ToString("d MMM", words.Culture);

    /// <summary>A share in whole per cent, rounded down: what is not whole is never shown as whole.</summary>
    public string Share(double? share) => share is { } known ? Math.Floor(known * 100).ToString("0", words.Culture) + " %" : "–";

    public string Duration(double? seconds)
    {
        if (seconds is not { } known)
        {
            return "–";
        }

        if (known <= -1)
        {
            return "−" + Duration(-known);
        }

        var span = TimeSpan.FromSeconds(known);
        return span switch
        {
            { TotalDays: >= 1 } => Say("duration.days", (int)span.TotalDays, span.Hours, span.Minutes),
            { TotalHours: >= 1 } => Say("duration.hours", (int)span.TotalHours, span.Minutes),
            { TotalMinutes: >= 1 } => Say("duration.minutes", (int)span.TotalMinutes, span.Seconds),
            _ => Say("duration.seconds", (int)span.TotalSeconds),
        };
    }

    /// <summary>From a moment on (+), or before it (−).</summary>
    public string Signed(double? seconds) => seconds >= 1 ? "+" + Duration(seconds) : Duration(seconds);

    /// <summary>The same where there is little room: the largest unit, and the next one where it is any.</summary>
    public string Brief(double seconds)
    {
        var span = TimeSpan.FromSeconds(seconds);
        return span switch
        {
            { TotalHours: >= 1, Minutes: > 0 } => Say("brief.hours", (int)span.TotalHours, span.Minutes),
            { TotalHours: >= 1 } => Say("brief.whole-hours", (int)span.TotalHours),
            { TotalMinutes: >= 1, Seconds: > 0 } => Say("brief.minutes", (int)span.TotalMinutes, span.Seconds),
            { TotalMinutes: >= 1 } => Say("brief.whole-minutes", (int)span.TotalMinutes),
            _ => Say("brief.seconds", (int)span.TotalSeconds),
        };
    }

    public string Function(FunctionKey function) => words.Function(function);

    public string Capacity(Capacity? capacity) => words.Capacity(capacity);

    public string Person(Named person) => person.Id == PersonId.System ? Say("system") : person.Name ?? person.Id.Value;
}
