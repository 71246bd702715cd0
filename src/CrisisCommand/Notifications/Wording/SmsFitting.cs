using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CrisisCommand.Notifications.Wording;

/// <summary>
/// Makes a message short enough for one text message: what matters least gives way first, the same way every time. What has no rank, as the
/// time to answer and the number to call have none, stays whole.
/// </summary>
public static partial class SmsFitting
{
    /// <param name="say">The sentences as one text, as it is before the signs are looked at.</param>
    public static string Fit(ImmutableArray<Sentence> sentences, Func<ImmutableArray<Sentence>, string> say)
    {
        var fitted = Shortened(sentences, say);
        if (Sms.Fits(Said(fitted, say)))
        {
            return Said(fitted, say);
        }

        // Letters that are not ours leave 70 signs, which our own words may need: then those letters go. And at last all goes that may.
        var ours = Shortened([.. sentences.Select(OurLetters)], say);
        return Said(Sms.Fits(Said(ours, say)) ? ours : Shortened([.. sentences.Select(OurLetters).Select(Least)], say), say);
    }

    private static ImmutableArray<Sentence> Shortened(ImmutableArray<Sentence> sentences, Func<ImmutableArray<Sentence>, string> say)
    {
        foreach (var rank in RanksOf(sentences))
        {
            if (Sms.Fits(Said(sentences, say)))
            {
                break;
            }

            sentences = WithLess(sentences, rank, say);
        }

        return sentences;
    }

    private static IEnumerable<int> RanksOf(ImmutableArray<Sentence> sentences) =>
        sentences.SelectMany(s => s.Pieces.Select(p => p.Rank).Append(s.Rank)).Where(r => r > 0).Distinct().OrderDescending();

    private static ImmutableArray<Sentence> WithLess(
        ImmutableArray<Sentence> sentences,
        int rank,
        Func<ImmutableArray<Sentence>, string> say
    )
    {
        ImmutableArray<Sentence> less = [.. sentences.Where(s => s.Rank != rank)];
        foreach (var (sentence, at) in less.Select((s, i) => (s, i)))
        {
            foreach (var (piece, place) in sentence.Pieces.Select((p, i) => (p, i)).Where(p => p.p.Rank == rank))
            {
                foreach (var shorter in piece.Shorter())
                {
                    less = less.SetItem(at, less[at] with { Pieces = less[at].Pieces.SetItem(place, shorter) });
                    if (Sms.Fits(Said(less, say)))
                    {
                        return less;
                    }
                }
            }
        }

        return less;
    }

    private static Sentence OurLetters(Sentence sentence) =>
        sentence with
        {
            Pieces = [.. sentence.Pieces.Select(p => Sms.IsGsm7(Sms.Of(p.Words)) ? p : p with { Words = "..." })],
        };

    private static Sentence Least(Sentence sentence) =>
        sentence with
        {
            Pieces = [.. sentence.Pieces.Select(p => p with { Floor = Math.Min(p.Floor, 1) })],
        };

    /// <summary>Where a cut piece ends a sentence, its dots are the end.</summary>
    private static string Said(ImmutableArray<Sentence> sentences, Func<ImmutableArray<Sentence>, string> say) =>
        Dots.Replace(Sms.Of(say(sentences)), "...");

    [GeneratedRegex(@"\.{4,}")]
    private static partial Regex Dots { get; }
}
