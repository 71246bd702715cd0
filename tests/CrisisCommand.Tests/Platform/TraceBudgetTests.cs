using CrisisCommand.Platform.Telemetry;
using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Trace;

namespace CrisisCommand.Tests.Platform;

public class TraceBudgetTests
{
    [Fact]
    public void Few_traces_are_all_recorded_and_a_flood_only_so_many_a_second()
    {
        var clock = new FakeTimeProvider();
        var budget = new TraceBudget(50, clock);

        Recorded(budget, 50).ShouldBe(50);
        Recorded(budget, 1_000).ShouldBe(0);
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Recorded(budget, 1_000).ShouldBe(25);
        clock.Advance(TimeSpan.FromMinutes(5));
        Recorded(budget, 1_000).ShouldBe(50);
    }

    private static int Recorded(TraceBudget budget, int requests) =>
        Enumerable.Range(0, requests).Count(_ => budget.ShouldSample(default).Decision == SamplingDecision.RecordAndSample);
}
