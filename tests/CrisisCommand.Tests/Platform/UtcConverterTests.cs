using System.Text.Json;
using CrisisCommand.Tests.House;

namespace CrisisCommand.Tests.Platform;

public class UtcConverterTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00+01:00", "2026-11-23T11:00:00Z")]
    [InlineData("2026-11-23T00:30:00+01:00", "2026-11-22T23:30:00Z")]
    [InlineData("2026-11-23T12:00:00-08:00", "2026-11-23T20:00:00Z")]
    [InlineData("2026-11-23T12:00:00.123456Z", "2026-11-23T12:00:00.123456Z")]
    [InlineData("2026-11-23T12:00:00.1234569Z", "2026-11-23T12:00:00.123456Z")]
    [InlineData("2026-11-23T12:00:00.100Z", "2026-11-23T12:00:00.1Z")]
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z")]
    public void Times_come_in_with_an_offset_and_go_out_in_utc_to_the_microsecond(string given, string told)
    {
        var time = Read($"\"{given}\"");

        time.Offset.ShouldBe(TimeSpan.Zero);
        JsonSerializer.Serialize(time, Composition.Spoken).ShouldBe($"\"{told}\"");
        JsonSerializer.Serialize(time, Composition.Stored).ShouldBe($"\"{told}\"");
    }

    [Theory]
    [InlineData("\"2026-11-23T12:00:00\"")]
    [InlineData("\"2026-11-23T12:00\"")]
    [InlineData("\"2026-11-23\"")]
    [InlineData("\"2026-02-30T12:00:00Z\"")]
    [InlineData("\"2026-11-23 12:00:00Z\"")]
    [InlineData("\"2026-11-23T25:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("\"i dag\"")]
    [InlineData("\"\"")]
    [InlineData("1795435200")]
    [InlineData("null")]
    public void A_time_without_an_offset_is_no_time(string json) =>
        Should.Throw<JsonException>(() => Read(json)).Message.ShouldContain("platform.time-expected");

    private static DateTimeOffset Read(string json) => JsonSerializer.Deserialize<DateTimeOffset>(json, Composition.Spoken);
}
