using System.Globalization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.People;

/// <summary>
/// Puts what was read into words, with the texts and names that it takes. It is worded once to learn which texts those are, and then with
/// them, until none is missing: so no text can be forgotten, which would be shown as if somebody had erased it. A wording is a pure
/// function for that reason.
/// </summary>
public sealed class Speaker(Openings openings, PersonDirectory directory)
{
    /// <summary>For a reader: what they may not open is masked, and names are told to whom names are told.</summary>
    public async Task<T> Say<T>(Reader reader, Func<Words, T> wording, CancellationToken token)
    {
        await directory.Names(reader, token);
        return await Worded(
            (opened, wanted) => reader.Words(opened, p => directory.NameOf(reader, p), wanted),
            texts => openings.Read(reader, texts, token),
            wording
        );
    }

    /// <summary>For a reader, of texts that are for whoever may read this at all, such as the functions of a plan; names as ever.</summary>
    public async Task<T> SayOpenly<T>(Reader reader, Func<Words, T> wording, CancellationToken token)
    {
        await directory.Names(reader, token);
        return await Worded(
            (opened, wanted) => new(reader.Culture, opened, p => directory.NameOf(reader, p), wanted: wanted),
            texts => openings.OpenForHouse(reader.Realm, texts, token),
            wording
        );
    }

    /// <summary>For the product itself, which sends it to somebody or shows it to the bearer of a link; never for a reader.</summary>
    public async Task<T> SayForHouse<T>(Realm realm, CultureInfo culture, Func<Words, T> wording, CancellationToken token)
    {
        await directory.Names(realm, token);
        return await Worded(
            (opened, wanted) => new(culture, opened, p => directory.NameOf(realm, p), wanted: wanted),
            texts => openings.OpenForHouse(realm, texts, token),
            wording
        );
    }

    /// <summary>For a message that reaches a person out of the house: by their own clock, and without keys.</summary>
    public async Task<T> SayInMessage<T>(
        Realm realm,
        CultureInfo culture,
        DateTimeOffset sentAt,
        Func<Words, T> wording,
        CancellationToken token
    )
    {
        await directory.Names(realm, token);
        return await Worded(
            (opened, wanted) => new(culture, opened, p => directory.NameOf(realm, p), wanted: wanted) { SentAt = sentAt },
            texts => openings.OpenForHouse(realm, texts, token),
            wording
        );
    }

    internal static async Task<T> Worded<T>(
        Func<OpenedTexts, IDictionary<string, CommittedText>, Words> words,
        Func<IReadOnlyList<CommittedText>, Task<OpenedTexts>> open,
        Func<Words, T> wording
    )
    {
        var (opened, looked) = (OpenedTexts.None, new Dictionary<string, CommittedText>());
        while (true)
        {
            var wanted = new Dictionary<string, CommittedText>();
            var said = wording(words(opened, wanted));
            // What words decide (whether something was said at all) may ask for more texts than the first time.
            if (wanted.Keys.All(looked.ContainsKey))
            {
                return said;
            }

            foreach (var (commitment, text) in wanted)
            {
                looked[commitment] = text;
            }

            opened = await open([.. looked.Values]);
        }
    }
}
