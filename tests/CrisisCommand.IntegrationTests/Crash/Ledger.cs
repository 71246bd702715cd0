using System.Collections.Concurrent;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>What a client knows of one command: what it sent, and every answer that it got.</summary>
/// <param name="Crisis">The address of the crisis.</param>
/// <param name="Text">The words of the decision, which no other command has.</param>
internal sealed record Entry(string Key, string Crisis, string Text)
{
    public ConcurrentQueue<Reply> Answers { get; } = new();

    /// <summary>Meant even so, so that nothing but the key tells that it was sent before: the same words alone would be asked about.</summary>
    public string Json => $$"""{"decision":"{{Text}}","motive":"Enligt liggaren {{Key}}","evenSo":true}""";
}

/// <summary>The clients' own account, kept outside the product: what was sent under which key, and what was answered.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    /// <summary>How often a command without an answer was sent again.</summary>
    public int Retries => Volatile.Read(ref _retries);

    /// <summary>How often a command that had been answered was sent again, and answered.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    private int _retries;
    private int _repeats;

    public Entry Open(string crisis)
    {
        var key = Fresh.Id().ToString();
        var entry = new Entry(key, crisis, $"Utrym etapp {key}");
        _entries.Enqueue(entry);
        return entry;
    }

    public void Retried() => Interlocked.Increment(ref _retries);

    public void Repeated() => Interlocked.Increment(ref _repeats);
}
