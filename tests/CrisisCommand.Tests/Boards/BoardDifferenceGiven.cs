using CrisisCommand.Boards;
using CrisisCommand.Crises;
using CrisisCommand.Decisions;
using CrisisCommand.Incidents;
using CrisisCommand.Journal;
using CrisisCommand.Klo;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Tests.House;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Boards;

/// <summary>A fire declared, and what differs between the board before and after.</summary>
internal static class BoardDifferenceGiven
{
    public static readonly Guid Fire = Id(71);
    public static readonly Guid Leak = Id(72);
    public static readonly FunctionKey Leader = FunctionKey.CrisisLeader;
    public static readonly PersonId Deputy = new("vd-1");

    public static readonly IDomainEvent[] Declared =
    [
        new CrisisDeclared(new("fire"), Text("Brand"), Text("Hot mot liv"), PlanName.Normal, 1, null, [Fire]),
        .. Led,
    ];

    public static IEnumerable<string> Codes(IDomainEvent[] before, IDomainEvent[] between) => Changes(before, between).Select(c => c.Item3);

    public static List<(BoardCell, string?, string, string)> Changes(IDomainEvent[] before, IDomainEvent[] between, PersonId? by = null)
    {
        var facts = Of([.. before, .. between])
            .Select(f => by is { } who && f.Version > Declared.Length ? f with { By = who } : f)
            .ToList();
        var words = new Words(Words.Swedish);
        return
        [
            .. BoardDifference
                .Between(View(facts.Take(before.Length), words, Severity.Unknown), View(facts, words, Severity.Severe), words)
                .Select(c => (c.Cell, c.Subject, c.Change, c.Words)),
        ];
    }

    /// <summary>The fire as told once, and graver where something was heard of it.</summary>
    private static BoardView View(IEnumerable<Fact> facts, Words words, Severity severity)
    {
        var board = Fold.Of<Board>(facts);
        var reported = new IncidentReported(new("fire"), Text("Ekholmen 3"), null, null, Text("Rök"));
        var fire = Fold.Of<Incident>(Of(reported)) with { Severity = board.Crisis.LearnedOf(Fire) > 0 ? severity : Severity.Unknown };
        var named = new Words(words.Culture, nameOf: p => $"Person {p}");
        var wording = new BoardWording(named, Composition.Catalogue, new Dictionary<Guid, Incident> { [Fire] = fire });
        return wording.View(board, Id(70), Realm.Live, int.MaxValue);
    }

    public static TaskGiven Given(Guid id, string text) => new(id, Text(text), Situation, null, null);

    public static DecisionTaken Decided(int number) =>
        new(number, Text($"Beslutat {number}"), Text("Rök"), [], null, null, null, null, null, At(1), null);
}
