using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Alarms;

/// <summary>A term as a table has it.</summary>
/// <param name="Rule">Whose it is.</param>
/// <param name="Excludes">Whether the words that make it up do not count for that rule.</param>
public sealed record Term(int Rule, string Words, bool Excludes);

/// <summary>Where a term stands in a text, in words.</summary>
public readonly record struct FoundTerm(Term Term, int At, int Length);

/// <summary>
/// Finds terms in what people write: whole words, Swedish ones also inflected ("branden") and as the last part of a compound ("fasadras"),
/// which is where a compound says what it is. "Brandstationen" is a station, and "Firewall" a wall. A text is gone through once, however many
/// terms there are: feeds bring a thousand alarms, each with a page of words.
/// </summary>
public sealed class TermFinder
{
    private const char Compound = '-';
    private const int ShortestFirstPart = 2;
    private const string Vowels = "aeiouyåäö";

    /// <summary>Endings of Swedish nouns, definite, plural and genitive, and the English plural; the longest first.</summary>
    private static readonly string[] Endings = "arnas ernas ornas arna erna orna ens ets en et na ar er or n t s".Split(' ');

    private sealed record Sought(Term Term, string[] Words, bool Compound);

    private readonly ILookup<string, Sought> _byLastWord;
    private readonly IReadOnlyList<string> _seenThrough;

    /// <param name="terms">With a hyphen before it, one may be the last part of a compound.</param>
    /// <param name="seenThrough">Last parts that leave what is before them as it is: a "rasrisk" is about a "ras".</param>
    public TermFinder(IEnumerable<Term> terms, IReadOnlyList<string> seenThrough)
    {
        _seenThrough = seenThrough;
        _byLastWord = terms
            .Select(term => new Sought(term, WordsOf(term.Words), term.Words[0] == Compound))
            .Where(sought => sought.Words.Length > 0)
            .ToLookup(sought => sought.Words[^1], StringComparer.Ordinal);
    }

    /// <summary>Letters and digits in a row, folded: what looks alike is the same.</summary>
    public static string[] WordsOf(string text)
    {
        var signs = Lookalikes.Fold(text).Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ');
        return string.Concat(signs).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public IEnumerable<FoundTerm> Find(string text)
    {
        var words = WordsOf(text);
        return Enumerable.Range(0, words.Length).SelectMany(at => EndingAt(words, at));
    }

    private IEnumerable<FoundTerm> EndingAt(string[] words, int at) =>
        from last in Forms(words[at])
            .Select(form => (Word: form, Part: false))
            .Concat(
                Forms(words[at])
                    .Concat(_seenThrough.SelectMany(end => Before(words[at], end)))
                    .SelectMany(LastParts)
                    .Select(part => (Word: part, Part: true))
            )
            .Distinct()
        from sought in _byLastWord[last.Word]
        where sought.Compound || !last.Part
        let begin = at - sought.Words.Length + 1
        where begin >= 0 && sought.Words.SkipLast(1).Select((word, n) => Forms(words[begin + n]).Contains(word)).All(same => same)
        select new FoundTerm(sought.Term, begin, sought.Words.Length);

    /// <summary>The word, and what of it may be the last part of a compound.</summary>
    private static IEnumerable<string> LastParts(string word) =>
        Enumerable.Range(ShortestFirstPart, Math.Max(word.Length - ShortestFirstPart, 0)).Select(from => word[from..]).Prepend(word);

    /// <summary>What is before a last part; without the s too, which joins two parts and belongs to neither: "explosionsrisk".</summary>
    private static IEnumerable<string> Before(string word, string last) =>
        word.Length < last.Length + ShortestFirstPart || !word.EndsWith(last, StringComparison.Ordinal) ? []
        : word[..^last.Length] is var first && first.EndsWith('s') ? [first, first[..^1]]
        : [first];

    private static IEnumerable<string> Forms(string word) =>
        Endings
            .Where(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            // Alone they follow a vowel: "läckan", "läckaget". "Brandt" is a name.
            .Where(ending => ending is not ("n" or "t") || Vowels.Contains(word[^2]))
            .Select(ending => word[..^ending.Length])
            .Prepend(word);
}
