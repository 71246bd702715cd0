using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Reference;

/// <summary>A kind of incident (domain.md §3), as the reference data has it.</summary>
[JsonConverter(typeof(KeyConverter<IncidentKind>))]
public readonly record struct IncidentKind(string Value) : IKey<IncidentKind>
{
    public static readonly IncidentKind Other = new("other");

    public static IncidentKind Of(string value) => new(value);

    public static IncidentKind Parse(string s, IFormatProvider? provider) => Key.Parse<IncidentKind>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IncidentKind result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A residential area (domain.md §3), as the reference data has it.</summary>
[JsonConverter(typeof(KeyConverter<AreaKey>))]
public readonly record struct AreaKey(string Value) : IKey<AreaKey>
{
    public static AreaKey Of(string value) => new(value);

    public static AreaKey Parse(string s, IFormatProvider? provider) => Key.Parse<AreaKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AreaKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>How far the crisis organisation is raised, a step of the company's own scale in the reference data.</summary>
[JsonConverter(typeof(KeyConverter<CrisisLevel>))]
public readonly record struct CrisisLevel(string Value) : IKey<CrisisLevel>
{
    public static readonly CrisisLevel Elevated = new("elevated");
    public static readonly CrisisLevel Partial = new("partial");
    public static readonly CrisisLevel Full = new("full");

    public static CrisisLevel Of(string value) => new(value);

    public static CrisisLevel Parse(string s, IFormatProvider? provider) => Key.Parse<CrisisLevel>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CrisisLevel result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}
