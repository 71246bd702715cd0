using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Reference;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Alarms;

/// <summary>What of others' vocabulary points to one of our kinds.</summary>
/// <param name="Words">
/// Words and phrases, found whole and inflected; with a hyphen before it, a word is found as the last part of a compound too: <c>-ras</c> in
/// "fasadras".
/// </param>
/// <param name="Not">What looks like one of them and is something else.</param>
/// <param name="Codes">Event codes, whole.</param>
public sealed record KindRule(
    IncidentKind Kind,
    IReadOnlyList<string> Words,
    IReadOnlyList<string>? Not = null,
    IReadOnlyList<string>? Codes = null
);

/// <summary>
/// A suggestion of our kind for an alarm of others, by a table that is the company's to change (<c>Alarms/alarm-kinds.json</c>, another by
/// <c>Alarms:KindsFile</c>): event codes first, then the words of headline, event and description, and a category only where that says
/// enough by itself. Of several rules that fit a text, the first: the gravest stand first.
/// </summary>
/// <param name="Categories">The CAP categories that mean one of our kinds; the others mean several.</param>
/// <param name="SaysNothing">Events that every message of a sender has, and that name nothing.</param>
/// <param name="SeenThrough">Last parts of compounds that leave the kind as it is: "rasrisk" is of "ras".</param>
public sealed record AlarmKinds(
    IReadOnlyDictionary<string, IncidentKind> Categories,
    IReadOnlyList<string> SaysNothing,
    IReadOnlyList<string> SeenThrough,
    IReadOnlyList<KindRule> Rules
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = AlarmKindsJson.Default,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly TermFinder _terms = new(
        Rules.SelectMany(
            (rule, at) =>
                rule.Words.Select(w => new Term(at, w, Excludes: false)).Concat((rule.Not ?? []).Select(w => new Term(at, w, true)))
        ),
        SeenThrough
    );

    public static AlarmKinds Load(IConfiguration? configuration = null)
    {
        using var stream = configuration?["Alarms:KindsFile"] is { Length: > 0 } file
            ? File.OpenRead(file)
            : typeof(AlarmKinds).Assembly.GetManifestResourceStream("CrisisCommand.Alarms.alarm-kinds.json")!;
        return JsonSerializer.Deserialize<AlarmKinds>(stream, Options) ?? throw new InvalidOperationException("alarm-kinds.json is empty.");
    }

    /// <summary>Kinds that the company does not have.</summary>
    public IEnumerable<IncidentKind> Unknown(ReferenceData reference) =>
        Rules.Select(r => r.Kind).Concat(Categories.Values).Distinct().Where(kind => !reference.Knows(kind));

    public IncidentKind Suggest(CapInfo? info) =>
        info is null
            ? IncidentKind.Other
            : ByCode(info)
                ?? InWords(info.Headline)
                ?? InWords(Telling(info.Event))
                ?? InWords(info.Description)
                ?? ByCategory(info)
                ?? IncidentKind.Other;

    /// <summary>The kind that the text names; null where it names none.</summary>
    public IncidentKind? InWords(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var found = _terms.Find(text).ToLookup(f => f.Term.Rule);
        return found.Where(rule => Holds(rule)).Select(rule => (int?)rule.Key).Min() is { } first ? Rules[first].Kind : null;
    }

    /// <summary>Whether a term of a rule stands there, all of whose words are not another's that it is not about.</summary>
    private static bool Holds(IEnumerable<FoundTerm> found)
    {
        var apart = found.Where(f => f.Term.Excludes).ToList();
        return found.Any(f => !f.Term.Excludes && !apart.Exists(e => e.At < f.At + f.Length && f.At < e.At + e.Length));
    }

    /// <summary>The event, unless it is one that says nothing.</summary>
    public string? Telling(string? happened) => happened is null || SaysNothing.Any(said => IsThat(happened, said)) ? null : happened;

    private static bool IsThat(string happened, string said)
    {
        var (words, known) = (TermFinder.WordsOf(happened), TermFinder.WordsOf(said));
        // "Viktigt meddelande till allmänheten (VMA)": what stands in brackets behind it is the same once more.
        return words.Length >= known.Length && words.Take(known.Length).SequenceEqual(known) && words.Length - known.Length <= 1;
    }

    private IncidentKind? ByCode(CapInfo info) =>
        info.EventCodes.Select(code =>
                Rules.FirstOrDefault(rule => rule.Codes?.Contains(code.Value, StringComparer.OrdinalIgnoreCase) == true)?.Kind
            )
            .FirstOrDefault(kind => kind is not null)
        ?? info.EventCodes.Select(code => InWords(code.Value)).FirstOrDefault(kind => kind is not null);

    private IncidentKind? ByCategory(CapInfo info) =>
        info.Categories is [var only] && Categories.TryGetValue(only.Text, out var kind) ? kind : null;
}

/// <summary>The table is read and refused at the start, and not when the first alarm comes.</summary>
public sealed class KnownKinds(AlarmKinds kinds, ReferenceData reference) : IValidateOptions<AlarmOptions>
{
    public ValidateOptionsResult Validate(string? name, AlarmOptions options) =>
        kinds.Unknown(reference).ToList() is { Count: > 0 } unknown
            ? ValidateOptionsResult.Fail(
                $"Alarms:KindsFile names kinds that the reference data does not know: {string.Join(", ", unknown)}."
            )
            : ValidateOptionsResult.Success;
}

[JsonSerializable(typeof(AlarmKinds))]
public sealed partial class AlarmKindsJson : JsonSerializerContext;
