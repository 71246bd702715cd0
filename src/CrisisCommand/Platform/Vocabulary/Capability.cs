using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>
/// What an endpoint asks of its caller: a constant of the feature whose endpoint it is (<c>…Capabilities</c>). Every endpoint names one; who
/// has it, and from which events, is the Access feature's to say (<c>Access/access.json</c>).
/// </summary>
[JsonConverter(typeof(KeyConverter<Capability>))]
public readonly record struct Capability(string Value) : IKey<Capability>
{
    public static Capability Of(string value) => new(value);

    public static Capability Parse(string s, IFormatProvider? provider) => Key.Parse<Capability>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Capability result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>On an endpoint: what it asks of its caller.</summary>
public sealed record Needs(Capability Capability);

/// <summary>On an endpoint: what it may ask instead, by how things stand.</summary>
public sealed record NeedsInstead(Capability Capability);

/// <summary>On an endpoint: it reads, whatever its method. What is to be read about may be too long for an address.</summary>
public sealed record Reads;
