using CrisisCommand.Platform.Texts;

namespace CrisisCommand.Tests.House;

/// <summary>Who may name whom. Each rule gives what breaks it, one line per offence.</summary>
public static class DependencyRules
{
    private const string Platform = "Platform";
    private static readonly string[] Frameworks = ["Marten", "Weasel", "Wolverine", "JasperFx", "Npgsql", "Microsoft.AspNetCore"];
    private static readonly string[] Setups = ["Marten.StoreOptions", "Wolverine.WolverineOptions"];
    private static readonly string[] WaysIn = ["Alarms", "Exercises", "Seeding"];

    /// <summary>The speaker, and who opens texts for no view: to send, to compare, to ask whether they are there, to prove them.</summary>
    private static readonly string[] OpenTexts =
    [
        "Speaker",
        "PersonDirectory",
        "NoticeSending",
        "DelegateDecisionsEndpoint",
        "ReadinessReading",
        "GetJournalEndpoint",
        "DeclarationReading",
        "OwnDecisions",
    ];

    /// <summary>Each may name those before it.</summary>
    private static readonly string[] RoomsOfThePlatform = ["Vocabulary", "Telemetry", "Texts", "Store", "Commands", "Web"];

    public static IEnumerable<string> FeaturesHaveNoCycles(Code code)
    {
        var edges = Edges(code).Where(e => e.To != Platform).ToLookup(e => e.From, e => e.To);
        return Edges(code)
            .Where(e => e.To != Platform && Reaches(edges, e.To, e.From))
            .Select(e => $"{e.From} names {e.To}, which leads back to it: {e.By}")
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    public static IEnumerable<string> PlatformNamesNoFeature(Code code) =>
        Edges(code).Where(e => e.From == Platform).Select(e => $"Platform names {e.To}: {e.By}").Distinct();

    public static IEnumerable<string> PlatformRoomsStandInOrder(Code code) =>
        (
            from naming in code.Namings
            let room = code.RoomOf(naming.From.Namespace?.FullName, Platform)
            let to = code.RoomOf(naming.ToNamespace, Platform)
            where room is not null && to is not null && Array.IndexOf(RoomsOfThePlatform, to) > Array.IndexOf(RoomsOfThePlatform, room)
            select $"{room} names {to}: {naming.From.FullName} -> {naming.To}"
        ).Distinct();

    public static IEnumerable<string> EventsKnowNoFramework(Code code) =>
        KnowingFrameworks(code, code.Implementing(typeof(IDomainEvent)).SelectMany(e => Shapes.Parts(code, e).Prepend(e)));

    public static IEnumerable<string> StatesKnowNoFramework(Code code) =>
        KnowingFrameworks(code, code.Implementing(typeof(IState<>)).SelectMany(s => Shapes.Parts(code, s).Prepend(s)));

    public static IEnumerable<string> OnlyWiringSeesSetup(Code code) =>
        from naming in code.Namings
        where Setups.Contains(naming.To) && !IsWiring(code.FeatureOf(naming.From)!, Outermost(naming.From.FullName))
        select $"{naming.From.FullName} sees {naming.To}";

    /// <summary>Events, states, keys, refusals and plain data pass between features; commands, endpoints and wiring do not.</summary>
    public static IEnumerable<string> FeaturesShareOnlyFacts(Code code)
    {
        var commands = Shapes.Commands(code).Select(c => c.FullName!).ToHashSet(StringComparer.Ordinal);
        return from naming in code.Namings
            let origin = code.FeatureOf(naming.From)!
            let to = code.FeatureOf(naming.ToNamespace)
            let target = Outermost(naming.To)
            where to is not null && to != origin && to != Platform && !to.StartsWith(origin + ".", StringComparison.Ordinal)
            where
                target.EndsWith("Endpoint", StringComparison.Ordinal)
                || target.EndsWith("Module", StringComparison.Ordinal)
                || (commands.Contains(target) && !WaysIn.Contains(origin))
            select $"{naming.From.FullName} names {naming.To}";
    }

    /// <summary>Whoever opens texts by a list of their own can forget one, which then reads as if it were lost. A view asks the speaker.</summary>
    public static IEnumerable<string> OneSpeaks(Code code) =>
        (
            from naming in code.Namings
            let who = Outermost(naming.From.FullName)
            where naming.To.EndsWith(".Platform.Store.Openings", StringComparison.Ordinal) && code.FeatureOf(naming.From) != Platform
            where !OpenTexts.Contains(who.Split('.')[^1])
            select $"{who} opens texts by itself"
        ).Distinct();

    private static IEnumerable<(string From, string To, string By)> Edges(Code code) =>
        from naming in code.Namings
        let to = code.FeatureOf(naming.ToNamespace)
        let origin = code.FeatureOf(naming.From)!
        where to is not null && to != origin
        select (origin, to, $"{naming.From.FullName} -> {naming.To}");

    private static bool Reaches(ILookup<string, string> edges, string start, string goal)
    {
        var (open, seen) = (new Stack<string>([start]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var at))
        {
            if (at == goal)
            {
                return true;
            }

            foreach (var next in edges[at].Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    private static IEnumerable<string> KnowingFrameworks(Code code, IEnumerable<Type> types)
    {
        var names = types.Where(t => code.FeatureOf(t.Namespace) is not null).Select(t => t.FullName!).ToHashSet(StringComparer.Ordinal);
        return (
            from naming in code.Namings
            where names.Contains(naming.From.FullName) && Frameworks.Any(f => IsUnder(naming.ToNamespace, f))
            select $"{naming.From.FullName} knows {naming.To}"
        ).Distinct();
    }

    private static bool IsUnder(string? ns, string root) => ns == root || (ns?.StartsWith(root + ".", StringComparison.Ordinal) ?? false);

    private static bool IsWiring(string feature, string type)
    {
        var name = type.Split('.')[^1];
        return name.EndsWith("Module", StringComparison.Ordinal)
            || (feature == Platform && (name is "EventStore" or "Host" || name.EndsWith("Setup", StringComparison.Ordinal)));
    }

    private static string Outermost(string type) => type.Split('+', '/', '<', '`')[0];
}
