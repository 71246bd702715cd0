using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisCommand.AlarmRules;

/// <summary>A time of day on the wall clocks of Stockholm, as <c>HH:mm</c>.</summary>
/// <param name="Minutes">Since midnight, 0 to 1439.</param>
[JsonConverter(typeof(DayTimeConverter))]
public readonly record struct DayTime(int Minutes)
{
    private const string Form = @"hh\:mm";

    public static DayTime Of(DateTimeOffset instant) =>
        new((int)TimeZoneInfo.ConvertTime(instant, Platform.Texts.Words.Stockholm).TimeOfDay.TotalMinutes);

    /// <summary>Null where it is none.</summary>
    public static DayTime? Read(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new((time.Hour * 60) + time.Minute)
            : null;

    public override string ToString() => TimeSpan.FromMinutes(Minutes).ToString(Form, CultureInfo.InvariantCulture);
}

/// <summary>From one time of day until just before another, over midnight where that is the earlier one.</summary>
public sealed record DayHours(DayTime From, DayTime To)
{
    public bool Contains(DayTime time) =>
        From.Minutes < To.Minutes
            ? time.Minutes >= From.Minutes && time.Minutes < To.Minutes
            : time.Minutes >= From.Minutes || time.Minutes < To.Minutes;
}

/// <summary>A plain JSON string.</summary>
public sealed class DayTimeConverter : JsonConverter<DayTime>
{
    public override DayTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? DayTime.Read(reader.GetString()) : null)
        ?? throw new JsonException("platform.day-time-expected");

    public override void Write(Utf8JsonWriter writer, DayTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
