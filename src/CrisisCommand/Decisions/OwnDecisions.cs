using System.Collections.Immutable;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Decisions;

/// <summary>
/// Looks up the words of what a person decided a moment ago: a press again says the same. What was decided on this node is known without
/// asking the database, so that whoever decides one thing after the other does not wait for it. The words are compared and shown to nobody, and
/// are forgotten with the two minutes, erased or not.
/// </summary>
public sealed class OwnDecisions(Openings openings) : IDisposable
{
    /// <summary>Nobody presses again after so many others; a program that decides by the hundred is not looked up by the hundred.</summary>
    private const int Most = 10;
    private const int Remembered = 10_000;

    private readonly MemoryCache _said = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <param name="deciding">What is decided now, which is remembered whatever comes of it.</param>
    /// <returns>Words by number; nothing is read where the person has not decided lately.</returns>
    public async Task<ImmutableSortedDictionary<int, string>> Lately(
        CommandContext context,
        Looked looked,
        CommittedText deciding,
        CancellationToken token
    )
    {
        var log = looked.Streams[0]?.State<DecisionLog>() ?? DecisionLog.Initial;
        var lately = log.Lately(context.By, context.Now).Take(Most).Select(d => d.Taken).ToList();
        Remember(deciding);
        var words = new Dictionary<string, string>();
        foreach (var decision in lately.Select(d => d.Decision))
        {
            if (_said.TryGetValue(decision.Commitment, out string? said))
            {
                words[decision.Commitment] = said!;
            }
        }

        var unknown = lately.Select(d => d.Decision).Where(d => !words.ContainsKey(d.Commitment)).ToList();
        var opened = unknown.Count == 0 ? OpenedTexts.None : await openings.OpenForHouse(context.Realm, unknown, token);
        return lately
            .Select(d =>
                (d.Number, Words: words.GetValueOrDefault(d.Decision.Commitment) ?? opened.GetValueOrDefault(d.Decision.Commitment))
            )
            .Where(d => d.Words is not null)
            .ToImmutableSortedDictionary(d => d.Number, d => d.Words!);
    }

    public void Dispose() => _said.Dispose();

    private void Remember(CommittedText text)
    {
        if (text.Words is { } words)
        {
            var entry = new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = DecisionLog.Again };
            _said.Set(text.Commitment, TextSigns.Shown(words), entry);
        }
    }
}
