using System.Diagnostics.Metrics;

[assembly: AssemblyFixture(typeof(CrisisCommand.BoardTests.OpenStreamCount))]

namespace CrisisCommand.BoardTests;

/// <summary>
/// How many board streams are open on the node, by what it tells its operators. From before the first test on: a busy machine ends the streams
/// of one test while the next one runs, and whoever counted only from then on would count below nothing.
/// </summary>
public sealed class OpenStreamCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _now;

    public OpenStreamCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "crisis.board.watchers")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _now, change));
        _listener.Start();
    }

    public long Now => Interlocked.Read(ref _now);

    public void Dispose() => _listener.Dispose();
}
