using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Platform;

namespace CrisisCommand.Alarms;

/// <summary>What of others' vocabulary points to one of our kinds.</summary>
/// <param name="Words">Stems of four letters or more are also found inside compounds; shorter ones only as words.</param>
/// <param name="Codes">Event codes, whole.</param>
public sealed record KindRule(IncidentKind Kind, IReadOnlyList<string> Words, IReadOnlyList<string>? Codes = null);

/// <summary>
/// A suggestion of our kind for an alarm of others, by the table <c>alarm-kinds.json</c>: event codes first, then a category that says
/// enough by itself, and the event's words only where neither does, since their wording is nobody's promise (FMI's rules for consumers).
/// </summary>
/// <param name="Categories">The CAP categories that mean one of our kinds; the others mean several.</param>
public sealed record AlarmKinds(IReadOnlyDictionary<string, IncidentKind> Categories, IReadOnlyList<KindRule> Rules)
{
    private const int ShortestStem = 4;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = AlarmKindsJson.Default };

    public static AlarmKinds Load()
    {
        using var stream = typeof(AlarmKinds).Assembly.GetManifestResourceStream("CrisisCommand.Alarms.alarm-kinds.json")!;
        return JsonSerializer.Deserialize<AlarmKinds>(stream, Options) ?? throw new InvalidOperationException("alarm-kinds.json is empty.");
    }

    public IncidentKind Suggest(CapInfo? info) =>
        info is null
            ? IncidentKind.Other
            : ByCode(info) ?? ByCategory(info) ?? ByWords(info.Event) ?? ByWords(info.Headline) ?? IncidentKind.Other;

    private IncidentKind? ByCode(CapInfo info) =>
        info.EventCodes.Select(code => KindOf(rule => rule.Codes?.Contains(code.Value, StringComparer.OrdinalIgnoreCase) == true))
            .FirstOrDefault(kind => kind is not null)
        ?? info.EventCodes.Select(code => ByWords(code.Value)).FirstOrDefault(kind => kind is not null);

    private IncidentKind? ByCategory(CapInfo info) =>
        info.Categories is [var only] && Categories.TryGetValue(only.Text, out var kind) ? kind : null;

    private IncidentKind? ByWords(string? text) => text is null ? null : KindOf(rule => rule.Words.Any(word => Names(text, word)));

    private IncidentKind? KindOf(Func<KindRule, bool> fits) => Rules.FirstOrDefault(fits)?.Kind;

    private static bool Names(string text, string word) =>
        word.Length >= ShortestStem ? text.Contains(word, StringComparison.OrdinalIgnoreCase) : AlarmPlaces.ContainsWord(text, word);
}

[JsonSerializable(typeof(AlarmKinds))]
public sealed partial class AlarmKindsJson : JsonSerializerContext;
