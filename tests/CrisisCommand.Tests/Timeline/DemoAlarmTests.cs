using System.Runtime.CompilerServices;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.Timeline;

public class DemoAlarmTests
{
    /// <summary>The alarm that ops/demo.sh sends keeps every rule of CAP 1.2.</summary>
    [Fact]
    public void The_bundled_alarm_is_cap_without_a_deviation()
    {
        var reading = CapXml.Read(File.ReadAllBytes(Path.Combine(Root(), "ops", "demo", "alarm.xml")));
        reading.Problems.ShouldBeEmpty();
        reading.Alerts.ShouldHaveSingleItem().Deviations.ShouldBeEmpty();
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");
}
