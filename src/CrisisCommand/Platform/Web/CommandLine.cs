using System.Collections.Frozen;
using CrisisCommand.Platform.Store;

namespace CrisisCommand.Platform.Web;

/// <summary>
/// Which commands of the libraries' command line a production system knows. One of the others (<c>marten --reset</c>) emptied a journal
/// without asking; what is not listed here is refused before anything is built or connected.
/// </summary>
public static class CommandLine
{
    private static readonly FrozenSet<string> Everywhere = ["--verbose", "--log-level="];

    /// <summary>By name: the words that may follow and the options; one that ends in = takes a value.</summary>
    private static readonly FrozenDictionary<string, (FrozenSet<string> Words, FrozenSet<string> Options)> Allowed = new Dictionary<
        string,
        (FrozenSet<string>, FrozenSet<string>)
    >
    {
        ["run"] = ([], ["--check"]),
        ["db-apply"] = ([], []),
        ["db-assert"] = ([], []),
        ["db-list"] = ([], []),
        ["db-patch"] = (["*"], ["--database=", "-d="]),
        ["db-dump"] = (["*"], ["--database=", "-d="]),
        ["check-env"] = ([], []),
        ["codegen"] = (["preview"], []),
        ["projections"] = (["list", "rebuild"], ["--projection=", "-p=", "--shard-timeout="]),
        ["help"] = (["*"], []),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> OnTheSchema = ["db-apply", "db-assert"];

    /// <summary>Why it is not carried out, in words; null where it is.</summary>
    public static string? FaultOf(string[] arguments, IConfiguration configuration, IHostEnvironment environment)
    {
        if (arguments.Length == 0 || !IsStrict(arguments, environment))
        {
            return null;
        }

        var isCommand = !arguments[0].StartsWith('-');
        var name = isCommand ? arguments[0] : "run";
        return !Allowed.TryGetValue(name, out var allowed)
                ? $"'{name}' is not a command of a production system. It knows: {string.Join(", ", Allowed.Keys.Order())}."
            : Asks(allowed.Words, arguments.ElementAtOrDefault(1)) is { } asked ? $"'{name}' on a production system is one of: {asked}."
            : Stray(arguments[(isCommand ? 1 : 0)..], allowed.Words, allowed.Options) is { } stray
                ? $"'{name}' does not take '{stray}' on a production system."
            : OnTheSchema.Contains(name) && string.IsNullOrWhiteSpace(configuration[StoreProtectionSetup.RuntimeRole])
                ? "Database:RuntimeRole is not set: name the role that the nodes run as, which may add events and change none (ops/README.md)."
            : null;
    }

    /// <summary>What asks to be taken for another environment, and asks for more than that, is not.</summary>
    private static bool IsStrict(string[] arguments, IHostEnvironment environment) =>
        !environment.IsDevelopment()
        || (
            arguments.Any(a => a.Contains("environment", StringComparison.OrdinalIgnoreCase))
            && !arguments.All(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal))
        );

    /// <summary>A command of several actions says which; without a word, some of them run for ever.</summary>
    private static string? Asks(FrozenSet<string> words, string? word) =>
        words.Count == 0 || words.Contains("*") || (word is not null && words.Contains(word)) ? null : string.Join(", ", words.Order());

    private static string? Stray(string[] rest, FrozenSet<string> words, FrozenSet<string> options)
    {
        for (var at = 0; at < rest.Length; at++)
        {
            var argument = rest[at];
            bool Is(string option) => options.Contains(option) || Everywhere.Contains(option);
            if (!argument.StartsWith('-') ? !words.Contains("*") && !words.Contains(argument) : !Is(argument) && !Is($"{argument}="))
            {
                return argument;
            }

            at += argument.StartsWith('-') && Is($"{argument}=") ? 1 : 0;
        }

        return null;
    }
}
