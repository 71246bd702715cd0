namespace CrisisCommand.Tests.House;

/// <summary>One word, one meaning: the dictionary of ops/decisions/README.md, as far as the end of a class's name can be held to it.</summary>
public static class Dictionary
{
    /// <summary>Words that say nothing of their own, or that another word of the house says already.</summary>
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["Sight"] = "…Model",
        ["Scene"] = "…Context",
        ["Envelope"] = "…Context",
        ["ViewModel"] = "…Model",
        ["Dto"] = "…Shown",
        ["Helper"] = "what it does",
        ["Util"] = "what it does",
        ["Utils"] = "what it does",
        ["Manager"] = "what it does",
        ["Service"] = "what it does",
    };

    /// <summary>The person who reads; what turns bytes into values is a parser, what reads from the store a reading.</summary>
    private const string Reader = nameof(Reader);

    public static IEnumerable<string> NamesKeepToTheDictionary(Code code) =>
        from type in code.Types
        where !type.IsNested && code.FeatureOf(type.Namespace) is not null
        let name = type.Name.Split('`')[0]
        let instead = name != Reader && name.EndsWith(Reader, StringComparison.Ordinal) && !IsCommand(type)
            ? "…Parser or …Reading"
            : Instead.FirstOrDefault(i => name.EndsWith(i.Key, StringComparison.Ordinal)).Value
        where instead is not null
        select $"{type.FullName}: say {instead}";

    /// <summary>A command that is about a reader is named as what is done.</summary>
    private static bool IsCommand(Type type) =>
        type.GetMethods().Any(m => m.Name == "Decide" && m.ReturnType == typeof(CrisisCommand.Platform.Texts.Outcome));
}
