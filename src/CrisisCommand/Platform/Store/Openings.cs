using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.Extensions.Caching.Memory;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// The words behind commitments, for those who may read them (architecture.md §5). Each is held against its commitment whenever it is read:
/// the database keeps words, it does not vouch for them.
/// </summary>
public sealed class Openings(StoredOpenings stored, Journals journals, TextFaults faults) : IDisposable
{
    /// <summary>Words kept for when the database stands still, in UTF-16 units: 64 MiB of them.</summary>
    private const int Remembered = 32 * 1024 * 1024;

    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <summary>What must be stored beside these events: one opening for each text that still carries its words.</summary>
    public static Opening[] Of(IEnumerable<Append> appends) =>
        [
            .. appends
                .SelectMany(a => a.Events.SelectMany(e => e.Texts), (append, text) => (append.Stream.Id, Text: text))
                .Where(t => t.Text.Words is not null)
                .DistinctBy(t => t.Text.Commitment)
                .Select(t => new Opening(t.Text.Commitment, t.Id, t.Text.Salt!, t.Text.Words!)),
        ];

    /// <summary>Words by commitment for one reader; one who may open no texts is given none.</summary>
    public Task<OpenedTexts> Read(Reader reader, IEnumerable<IDomainEvent> events, CancellationToken token) =>
        Read(reader, [.. events.SelectMany(e => e.Texts).Where(t => t.Commitment is not null)], token);

    public async Task<OpenedTexts> Read(Reader reader, IReadOnlyList<CommittedText> texts, CancellationToken token) =>
        reader.OpensTexts ? await OpenForHouse(reader.Realm, texts, token) : OpenedTexts.None;

    /// <summary>Words for the product itself, such as a message that it sends; never for a reader, whom <see cref="Read(Reader, IReadOnlyList{CommittedText}, CancellationToken)"/> asks.</summary>
    public async Task<OpenedTexts> OpenForHouse(Realm realm, IReadOnlyList<CommittedText> texts, CancellationToken token)
    {
        var words = texts
            .Where(t => t.Words is not null)
            .DistinctBy(t => t.Commitment)
            .ToDictionary(t => t.Commitment, t => TextSigns.Shown(t.Words!));
        var wanted = texts.Select(t => t.Commitment).Where(c => !words.ContainsKey(c)).Distinct().ToArray();
        if (wanted.Length == 0)
        {
            return words;
        }

        var found = await MemoryReads.Or<IReadOnlyList<FoundOpening>>(() => Load(realm, wanted, token), Recall(realm, wanted), token);
        foreach (var opening in found.Where(o => o.IsTrue))
        {
            words[opening.Commitment] = TextSigns.Shown(opening.Words);
            faults.Clear(realm, opening.Commitment);
        }

        return wanted.All(words.ContainsKey) ? words : new OpenedTexts(words, await FatesOf(realm, wanted, found, token));
    }

    /// <summary>Words with their salts, for whoever checks the commitments; what is erased or missing is absent, what is false is told.</summary>
    public async Task<IReadOnlyList<FoundOpening>> Open(Reader reader, IReadOnlyCollection<string> commitments, CancellationToken token)
    {
        if (commitments.Count == 0 || !reader.OpensTexts)
        {
            return [];
        }

        string[] wanted = [.. commitments.Distinct()];
        var found = await stored.Read(reader.Realm, wanted, token);
        await FatesOf(reader.Realm, wanted, found, token);
        return found;
    }

    /// <summary>Why those have no words that have none; what nobody decided is told of.</summary>
    private async Task<Dictionary<string, TextFate>> FatesOf(
        Realm realm,
        string[] wanted,
        IReadOnlyList<FoundOpening> found,
        CancellationToken token
    )
    {
        var fates = found.Where(o => !o.IsTrue).ToDictionary(o => o.Commitment, _ => TextFate.Altered);
        var absent = wanted.Except(found.Select(o => o.Commitment)).ToList();
        if (absent.Count > 0)
        {
            var known = await journals.Known(realm, StreamKinds.Erasures, Erasures.Stream, refresh: true, token);
            var erased = known.State<Erasures>().Commitments;
            absent.ForEach(c => fates[c] = erased.Contains(c) ? TextFate.Erased : TextFate.Missing);
        }

        foreach (var (commitment, fate) in fates.Where(f => f.Value != TextFate.Erased))
        {
            faults.Tell(realm, commitment, fate);
        }

        return fates;
    }

    public void Dispose() => _remembered.Dispose();

    /// <summary>Whatever is read is also remembered, and that there was nothing to read.</summary>
    private async Task<IReadOnlyList<FoundOpening>> Load(Realm realm, string[] commitments, CancellationToken token)
    {
        var found = await stored.Read(realm, commitments, token);
        var byCommitment = found.ToDictionary(o => o.Commitment);
        foreach (var commitment in commitments)
        {
            var opening = byCommitment.GetValueOrDefault(commitment);
            _remembered.Set((realm.Name, commitment), opening, new MemoryCacheEntryOptions { Size = 1 + (opening?.Words.Length ?? 0) });
        }

        return found;
    }

    /// <summary>Null unless it is known of each of them whether there is an opening, and which.</summary>
    private List<FoundOpening>? Recall(Realm realm, string[] commitments)
    {
        var found = new List<FoundOpening>();
        foreach (var commitment in commitments)
        {
            if (!_remembered.TryGetValue((realm.Name, commitment), out FoundOpening? opening))
            {
                return null;
            }

            if (opening is not null)
            {
                found.Add(opening);
            }
        }

        return found;
    }
}
