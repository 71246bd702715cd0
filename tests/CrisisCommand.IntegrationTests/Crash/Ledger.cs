using System.Collections.Concurrent;

namespace CrisisCommand.IntegrationTests.Crash;

/// <summary>What a client knows of one command: what it sent, and every answer that it got.</summary>
/// <param name="Crisis">The address of the crisis.</param>
/// <param name="Text">The words of the decision, which no other command has.</param>
internal sealed record Entry(string Key, string Crisis, string Text)
{
    public ConcurrentQueue<Reply> Answers { get; } = new();

    public string Json => $$"""{"decision":"{{Text}}","motive":"Enligt liggaren {{Key}}"}""";
}

/// <summary>The clients' own account, kept outside the product: what was sent under which key, and what was answered.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    public int Retries => _retries;

    private int _retries;

    public Entry Open(string crisis)
    {
        var key = Guid.CreateVersion7().ToString();
        var entry = new Entry(key, crisis, $"Utrym etapp {key}");
        _entries.Enqueue(entry);
        return entry;
    }

    public void Retried() => Interlocked.Increment(ref _retries);
}
