namespace CrisisCommand.Platform.Store;

/// <summary>
/// How much of the store's connections those who watch may hold at a time, on this node: few of them, so that whoever decides never stands
/// in a queue behind thousands who look.
/// </summary>
public sealed class WatchersShare(IConfiguration configuration) : IDisposable
{
    private const int Usual = 6;

    private readonly SemaphoreSlim _places = new(configuration.GetValue("Streams:Connections", Usual));

    public async Task<IDisposable> Take(CancellationToken token)
    {
        await _places.WaitAsync(token);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
