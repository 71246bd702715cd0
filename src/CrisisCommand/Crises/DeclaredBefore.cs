using System.Collections.Immutable;
using CrisisCommand.Incidents;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Crises;

/// <summary>An open crisis that one about to be declared may be once more.</summary>
/// <param name="Title">Its words; null where they are erased.</param>
/// <param name="Places">Areas and places of its incidents, as they are compared.</param>
public sealed record DeclaredBefore(
    Guid CrisisId,
    IncidentKind Kind,
    DateTimeOffset DeclaredAt,
    string? Title,
    ImmutableArray<Guid> Incidents,
    ImmutableHashSet<string> Places
)
{
    /// <summary>About an incident that it follows; or fresh, and of the same title, or of the same kind at the same place.</summary>
    public bool IsAlready(DeclareCrisis declared, ImmutableHashSet<string> places, DateTimeOffset now) =>
        Incidents.Intersect(declared.Incidents).Any()
        || (
            now - DeclaredAt <= Declarations.Fresh
            && ((Title is { } title && Same(title, declared.Title.Words)) || (Kind == declared.Kind && Places.Overlaps(places)))
        );

    /// <summary>How words are compared: whatever was typed beside them.</summary>
    public static string Plain(string words) =>
        string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static bool Same(string title, string? other) => other is not null && Plain(title) == Plain(other);
}

/// <summary>What a declaration is held against.</summary>
/// <param name="Places">Areas and places of the incidents that it is declared from.</param>
public sealed record DeclarationGrounds(ImmutableArray<DeclaredBefore> Before, ImmutableHashSet<string> Places)
{
    public static readonly DeclarationGrounds None = new([], []);
}

/// <summary>Looks up which open crises a declaration may double: those declared a moment ago, and those that its incidents are in.</summary>
public sealed class DeclarationReading(Journals journals, Openings openings)
{
    public async Task<DeclarationGrounds> Of(Realm realm, Looked looked, DateTimeOffset now, CancellationToken token)
    {
        var streams = looked.Streams.OfType<StreamSnapshot>().ToList();
        var incidents = streams.Where(s => s.Kind == StreamKinds.Incident).Select(s => s.State<Incident>()).ToList();
        var fresh = streams
            .Where(s => s.Kind == StreamKinds.Declarations)
            .SelectMany(s => s.State<Declarations>().Since(now - Declarations.Fresh));
        var before = new List<(Guid Id, Crisis Crisis, List<Incident> Incidents)>();
        foreach (var id in fresh.Concat(incidents.SelectMany(i => i.Crises)).Distinct().ToList())
        {
            if ((await journals.Load(realm, StreamKinds.Crisis, id, token))?.State<Crisis>() is { IsStoodDown: false } crisis)
            {
                before.Add((id, crisis, await Incidents(realm, crisis, token)));
            }
        }

        var texts = before.Select(b => b.Crisis.Title).Concat(before.SelectMany(b => b.Incidents).Concat(incidents).Select(i => i.Place));
        var words = before.Count == 0 ? OpenedTexts.None : await openings.OpenForHouse(realm, [.. texts.OfType<CommittedText>()], token);
        return new([.. before.Select(b => Of(b.Id, b.Crisis, b.Incidents, words))], Places(incidents, words));
    }

    private async Task<List<Incident>> Incidents(Realm realm, Crisis crisis, CancellationToken token)
    {
        var found = new List<Incident>();
        foreach (var id in crisis.Linked)
        {
            found.Add((await journals.Known(realm, StreamKinds.Incident, id, refresh: false, token)).State<Incident>());
        }

        return found;
    }

    private static DeclaredBefore Of(Guid id, Crisis crisis, List<Incident> incidents, OpenedTexts words) =>
        new(id, crisis.Kind, crisis.DeclaredAt, WordsOf(crisis.Title, words), crisis.Linked, Places(incidents, words));

    private static ImmutableHashSet<string> Places(List<Incident> incidents, OpenedTexts words) =>
        [
            .. incidents.SelectMany(i => i.Areas).Select(a => $"area {a}"),
            .. incidents.Select(i => WordsOf(i.Place, words)).OfType<string>().Select(p => $"place {DeclaredBefore.Plain(p)}"),
        ];

    private static string? WordsOf(CommittedText? text, OpenedTexts words) =>
        text is { } known ? words.GetValueOrDefault(known.Commitment) : null;
}
