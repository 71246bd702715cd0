using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisCommand.Crises;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

/// <summary>A file of the manual as it was read; lines end with a line feed alone.</summary>
/// <param name="Name">With its extension, without a folder.</param>
public sealed record ManualFile(string Name, string Text);

/// <summary>All cards of one version, with the files that they were read from: whoever doubts the version computes it again.</summary>
public sealed record ManualEdition(ManualVersion Version, ImmutableArray<ManualFile> Files, ImmutableArray<ManualCard> Cards)
{
    /// <summary>Its entity tag where it is shown with what it quotes, which changes without another version.</summary>
    public string Tag()
    {
        var said = Cards.SelectMany(c => c.Intro.Concat(c.Sections.SelectMany(s => s.Steps).Select(s => s.Text)));
        return $"\"{Version}.{Platform.Vocabulary.Sha256.Of(Encoding.UTF8.GetBytes(string.Join('\n', said))).Hex[..8]}\"";
    }

    /// <summary>When the manual was last revised: the latest date of its cards.</summary>
    public DateOnly Revised() => Cards.Max(c => c.Revised);

    /// <summary>The cards that are worked in a crisis of that kind, in the order of their numbers.</summary>
    public IEnumerable<ManualCard> For(IncidentKind kind) => Cards.Where(c => c.IsFor(kind));

    public ManualCard? Card(CardKey key) => Cards.FirstOrDefault(c => c.Key == key);

    /// <summary>Reads the files, in any order.</summary>
    /// <exception cref="UnusableManual">Something in them is wrong; it names every fault with file and line.</exception>
    public static ManualEdition Of(IEnumerable<ManualFile> files, ReferenceData reference)
    {
        ImmutableArray<ManualFile> sorted = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        var read = sorted.Select(f => CardParser.Read(f, reference)).ToList();
        List<ManualFault> faults = [.. read.SelectMany(r => r.Faults)];
        ImmutableArray<ManualCard> cards = [.. read.Select(r => r.Card).OfType<ManualCard>().OrderBy(c => c.Number)];
        if (faults.Count == 0)
        {
            faults.AddRange(Doubled(cards).Concat(Uncovered(cards, reference)));
        }

        return faults.Count == 0 ? new(VersionOf(sorted), sorted, cards) : throw new UnusableManual(faults);
    }

    /// <summary>SHA-256 over each file's name, length in bytes and content, in the order of the names.</summary>
    public static ManualVersion VersionOf(IEnumerable<ManualFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var text = Encoding.UTF8.GetBytes(file.Text);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\0{text.Length}\0")));
            hash.AppendData(text);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static IEnumerable<ManualFault> Doubled(IEnumerable<ManualCard> cards) =>
        from card in cards
        group card by card.Number into same
        where same.Count() > 1
        select new ManualFault($"{same.Last().Key}.md", 1, $"number {same.Key} is also that of {same.First().Key}.md");

    private static IEnumerable<ManualFault> Uncovered(ImmutableArray<ManualCard> cards, ReferenceData reference) =>
        from kind in reference.Kinds
        where !cards.Any(c => c.IsFor(kind))
        select new ManualFault("*.md", 1, $"no card is for the kind '{kind}'");
}

/// <summary>Something in the manual that cannot be used, and where.</summary>
public sealed record ManualFault(string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}

/// <summary>The manual as it lies cannot be used, so the node does not start: a crisis without a manual would find out too late.</summary>
public sealed class UnusableManual(IReadOnlyList<ManualFault> faults)
    : Exception($"The manual cannot be used:\n{string.Join('\n', faults)}")
{
    public IReadOnlyList<ManualFault> Faults => faults;
}
