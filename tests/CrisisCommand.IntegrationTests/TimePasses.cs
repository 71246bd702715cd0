using System.Diagnostics.CodeAnalysis;

namespace CrisisCommand.IntegrationTests;

/// <summary>
/// Lets time pass where that is the point: between two deaths, while something stands still, so that what must not come could have come.
/// Whoever waits for something looks for it with <c>Eventually</c>.
/// </summary>
internal static class TimePasses
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that lets time pass.")]
    public static Task For(TimeSpan time) => Task.Delay(time, TimeProvider.System);

    /// <summary>Nothing happens until then, which is no fault.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that lets time pass.")]
    public static async Task Until(CancellationToken then) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, then).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
