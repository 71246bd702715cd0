using System.Collections.Immutable;

namespace CrisisCommand.Platform.Commands;

/// <summary>Commands of one node on one stream queue here, so that they never make each other's commit fail.</summary>
public sealed class CommandGates : IDisposable
{
    private readonly ImmutableArray<SemaphoreSlim> _gates = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> Enter(Guid stream, CancellationToken token)
    {
        var gate = _gates[(int)((uint)stream.GetHashCode() % (uint)_gates.Length)];
        await gate.WaitAsync(token);
        return new Leave(gate);
    }

    public void Dispose()
    {
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
