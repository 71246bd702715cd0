using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Texts;

/// <summary>
/// Speaks to one reader: wordings from each feature's resources (<c>Words.resx</c> Swedish, <c>Words.en.resx</c> English), the words of
/// committed texts where the reader has their openings, and the names of persons.
/// </summary>
/// <param name="withheld">What a text reads as to whoever may not open it; null for whoever may.</param>
/// <param name="wanted">Gathers the texts that were spoken and are not among <paramref name="openings"/>, by commitment.</param>
public sealed class Words(
    CultureInfo culture,
    OpenedTexts? openings = null,
    Func<PersonId, string?>? nameOf = null,
    string? withheld = null,
    IDictionary<string, CommittedText>? wanted = null
)
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What an erased text reads as, in every language.</summary>
    public const string Erased = "[gallrad]";

    /// <summary>What a text reads as that is not there, and that nobody decided to erase.</summary>
    public const string Missing = "[saknas]";

    private const string Altered = "[ändrad i databasen]";
    private const string AlteredInEnglish = "[altered in the database]";

    private const string Resources = ".Words.resources";

    /// <summary>By the name of the folder that they lie in.</summary>
    private static readonly FrozenDictionary<string, ResourceManager> Rooms = FeatureAssemblies
        .All.SelectMany(a => a.GetManifestResourceNames(), (assembly, name) => (Assembly: assembly, Name: name))
        .Where(r => r.Name.EndsWith(Resources, StringComparison.Ordinal))
        .ToFrozenDictionary(
            r => r.Name[..^Resources.Length].Split('.')[^1],
            r => new ResourceManager(r.Name[..^".resources".Length], r.Assembly)
        );

    /// <summary>Those that are asked for by a key, <c>{feature}.{…}</c>, wherever their room keeps them.</summary>
    private static readonly FrozenDictionary<string, ResourceManager> ByKey = Rooms
        .Values.SelectMany(
            room => room.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>(),
            (room, wording) => (Room: room, Key: (string)wording.Key)
        )
        .Where(w => char.IsLower(w.Key[0]))
        .ToFrozenDictionary(w => w.Key, w => w.Room);

    /// <summary>How far from now a time is told without its day.</summary>
    private static readonly TimeSpan SameDay = TimeSpan.FromHours(12);

    public static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public CultureInfo Culture => culture;

    /// <summary>
    /// Of a message that reaches a person out of the house: they read it by their own clock, and it names nobody by a key. Null for all else.
    /// </summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The wording of a fact, under the name of its class in the resources of its feature.</summary>
    public string Say(IDomainEvent fact, params object?[] arguments)
    {
        var type = fact.GetType();
        return Format(Find(type, type.Name) ?? type.Name, arguments);
    }

    /// <summary>A variant of a fact's wording, <c>{class}.{variant}</c>.</summary>
    public string SayVariant(IDomainEvent fact, string variant, params object?[] arguments)
    {
        var type = fact.GetType();
        return Format(Find(type, $"{type.Name}.{variant}") ?? type.Name, arguments);
    }

    /// <summary>A wording by its key; what has none is said by the key.</summary>
    public string Say(string key, params object?[] arguments) =>
        Format((ByKey.TryGetValue(key, out var room) ? room.GetString(key, culture) : null) ?? key, arguments);

    /// <summary>The words of a text: as just written, or from its opening, or why there are none.</summary>
    public string Text(CommittedText? text) =>
        text is not { Commitment: { } commitment } value ? ""
        // Facts just committed here still carry their words, which are withheld from whoever may not open them all the same.
        : withheld is null && value.Words is { } spoken ? TextSigns.Shown(spoken)
        : openings is not null && openings.TryGetValue(commitment, out var words) ? words
        : withheld ?? WhyNot(commitment, value);

    /// <summary>Why it has no words; of one that nobody has looked for yet, that it is wanted.</summary>
    private string WhyNot(string commitment, CommittedText text)
    {
        wanted?.TryAdd(commitment, text);
        return Mark(openings?.FateOf(commitment) ?? TextFate.Missing);
    }

    /// <summary>Whether somebody wrote this, and it is no mark of ours that stands where words are not.</summary>
    public static bool IsSaid(string? text) =>
        text is { Length: > 0 } and not (Erased or Missing or Altered or AlteredInEnglish or Reader.Withheld);

    private string Mark(TextFate fate) =>
        fate switch
        {
            TextFate.Erased => Erased,
            TextFate.Altered => culture.TwoLetterISOLanguageName == "en" ? AlteredInEnglish : Altered,
            _ => Missing,
        };

    /// <summary>The name alone; null where it is not known, or not for the reader.</summary>
    public string? NameOf(PersonId person) => nameOf?.Invoke(person);

    /// <summary>Name and id; a name that looks like another's has its id with it already. In a message, the name alone.</summary>
    public string Person(PersonId person) =>
        nameOf?.Invoke(person) is not { } name ? (SentAt is null ? person.Value : Say("platform.somebody"))
        : SentAt is not null ? name
        : name.EndsWith($"({person})", StringComparison.Ordinal) ? name
        : $"{name} ({person})";

    /// <summary>
    /// Local time in Stockholm with its offset, so that a night with two 02:30 stays readable. In a message, what a clock on the wall shows,
    /// with the day where that is another.
    /// </summary>
    public string Time(DateTimeOffset time) =>
        TimeZoneInfo
            .ConvertTime(time, Stockholm)
            .ToString(
                SentAt is not { } sent ? "yyyy-MM-dd HH:mm:ss zzz"
                    : (time - sent).Duration() < SameDay ? "HH:mm"
                    : "d/M HH:mm",
                CultureInfo.InvariantCulture
            );

    /// <summary>A time where there is one, else nothing.</summary>
    public string Time(DateTimeOffset? time) => time is { } known ? Time(known) : "";

    /// <summary>A wording of one room (a feature, or a room in it) by its key; null where it has none.</summary>
    public string? Find(string room, string key)
    {
        try
        {
            return Rooms.TryGetValue(room, out var wordings) ? wordings.GetString(key, culture) : null;
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }

    /// <summary>The words of a fact's own room, else of the feature that the room is in.</summary>
    private string? Find(Type fact, string key) =>
        fact.Namespace!.Split('.')
            .Reverse()
            .Where(Rooms.ContainsKey)
            .Select(room => Find(room, key))
            .FirstOrDefault(said => said is not null);

    private string Format(string wording, object?[] arguments) =>
        arguments.Length == 0 ? wording : string.Format(culture, wording, arguments);
}
