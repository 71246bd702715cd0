using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Crises;

/// <summary>Which edition of the manual: the SHA-256 of its content, as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(KeyConverter<ManualVersion>))]
public readonly record struct ManualVersion(string Value) : IKey<ManualVersion>
{
    /// <summary>What people compare on paper: enough to tell any two editions of one manual apart.</summary>
    public string Short => Value.Length > ShortLength ? Value[..ShortLength] : Value;

    private const int ShortLength = 12;

    public static ManualVersion Of(string value) => new(value);

    public static ManualVersion Parse(string s, IFormatProvider? provider) => Key.Parse<ManualVersion>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ManualVersion result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>The edition that this node was started with, which a crisis declared here pins.</summary>
public sealed record ManualInForce(ManualVersion Version);
