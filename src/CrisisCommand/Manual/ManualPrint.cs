using CrisisCommand.Crises;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Manual;

/// <summary>What one print of the manual holds: the whole of it to lie in the binder, or the cards of a crisis as far as they are worked.</summary>
/// <param name="Notice"><c>ÖVNING</c> for an exercise, which every page of it says; null for the live realm.</param>
/// <param name="Kinds">The index: which cards each kind of incident is worked by. Empty in the print of a crisis.</param>
/// <param name="Crisis">Null where no crisis is printed.</param>
public sealed record ManualPrint(
    ManualVersion Version,
    DateOnly Revised,
    DateTimeOffset PrintedAt,
    string? Notice,
    IReadOnlyList<CardShown> Cards,
    IReadOnlyList<KindOfIndex> Kinds,
    CrisisOfPrint? Crisis
)
{
    internal static ManualPrint Whole(Realm realm, ManualEdition edition, ReferenceData reference, Words words, DateTimeOffset now) =>
        new(
            edition.Version,
            edition.Revised(),
            now,
            NoticeOf(realm, words),
            [.. edition.Cards.Select(c => CardShown.Of(c, words))],
            [.. reference.Kinds.Select(k => new KindOfIndex(words.Kind(k), [.. edition.For(k)]))],
            null
        );

    internal static ManualPrint OfCrisis(Realm realm, Guid crisis, CardsRead read, Words words, DateTimeOffset now) =>
        new(
            read.Edition.Version,
            read.Edition.Revised(),
            now,
            NoticeOf(realm, words),
            [.. read.Edition.For(read.Work.Kind).Select(c => CardShown.Of(c, words, read.Work))],
            [],
            new(crisis, words.Text(read.Work.Title), words.Kind(read.Work.Kind), read.Version)
        );

    private static string? NoticeOf(Realm realm, Words words) => realm.IsLive ? null : new ManualWording(words).Say("exercise");
}

public sealed record KindOfIndex(string Name, IReadOnlyList<ManualCard> Cards);

/// <param name="Version">The journal's version that the ticks are of.</param>
public sealed record CrisisOfPrint(Guid Id, string Title, string Kind, long Version);

/// <summary>What the printed pages say beside what stands in the cards.</summary>
public sealed class ManualWording(Words words)
{
    public string Language => words.Culture.TwoLetterISOLanguageName;

    public string Say(string key, params object?[] arguments) => words.Say("manual.page." + key, arguments);

    public string Of(Horizon horizon) => Say($"Horizon.{horizon}");

    public string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Local date and minute with its offset.</summary>
    public string Minute(DateTimeOffset time)
    {
        var local = words.Time(time);
        return $"{local[..16]} {local[20..]}";
    }

    public string Kind(IncidentKind kind) => words.Kind(kind);

    public string NameOf(PersonId person) => words.NameOf(person) ?? person.Value;
}
