namespace CrisisCommand.Tests.House;

/// <summary>Clock, ids and sleep are banned at compile time (BannedSymbols.txt); where a ban is lifted, and why, stands here.</summary>
public static class Bans
{
    private const string Rule = "RS0030";

    private static readonly Dictionary<string, string> Lifted = new()
    {
        ["src/CrisisCommand/Platform/Vocabulary/Ids.cs"] = "the one id source",
        ["tests/CrisisCommand.IntegrationTests/Fresh.cs"] = "tests draw ids as clients do",
        ["tests/CrisisCommand.IntegrationTests/TimePasses.cs"] = "the one place where tests let time pass",
        ["tests/CrisisCommand.Tests/House/Bans.cs"] = "names the rule",
        ["tests/CrisisCommand.Tests/House/BanCanaryTests.cs"] = "lifts it in texts made up for the rule",
    };

    /// <summary>No project, property or source lifts one, for itself or for all, but those named; and those named do.</summary>
    public static IEnumerable<string> BansStand(Code code) =>
        Offences(code)
            .Concat(
                Lifted
                    .Keys.Where(named => code.Files.Any(f => f.Path == named && !Lifts(f)))
                    .Select(named => $"{named} lifts no ban any more")
            );

    private static IEnumerable<string> Offences(Code code) =>
        code
            .Files.Where(f =>
                f.Extension is ".cs" or ".csproj" or ".props" or ".targets" or ".editorconfig" or ".globalconfig" or ".ruleset"
            )
            .Where(f => Lifts(f) && !Lifted.ContainsKey(f.Path))
            .Select(f => $"{f.Path} lifts a ban");

    private static bool Lifts(TextFile file) => file.Text.Contains(Rule, StringComparison.Ordinal);
}
