using OpenTelemetry.Trace;

namespace CrisisCommand.Platform.Telemetry;

/// <summary>
/// Records every trace while there are few, and so many a second under a flood (a token bucket, as Jaeger's rate limiting sampler): in a
/// crisis each request is worth its trace, in a storm of them none is worth a slower answer.
/// </summary>
public sealed class TraceBudget(int perSecond, TimeProvider clock) : Sampler
{
    private readonly Lock _bucket = new();
    private double _tokens = perSecond;
    private long _filledAt = clock.GetTimestamp();

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => new(Take());

    private bool Take()
    {
        lock (_bucket)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(perSecond, _tokens + clock.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond);
            _filledAt = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
