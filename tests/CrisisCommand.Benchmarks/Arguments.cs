using System.Globalization;

namespace CrisisCommand.Benchmarks;

/// <summary>The command line after the command: <c>--name value</c>, in any order.</summary>
internal sealed class Arguments(string[] args)
{
    public string this[string name] => Find(name) ?? throw new ArgumentException($"--{name} is missing");

    public string? Find(string name) => Array.IndexOf(args, "--" + name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);
}
