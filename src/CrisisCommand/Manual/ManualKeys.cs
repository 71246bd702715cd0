using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Manual;

/// <summary>An action card: the name of its file. For ever, since journals name it.</summary>
[JsonConverter(typeof(KeyConverter<CardKey>))]
public readonly record struct CardKey(string Value) : IKey<CardKey>
{
    public static CardKey Of(string value) => new(value);

    public static CardKey Parse(string s, IFormatProvider? provider) => Key.Parse<CardKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CardKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A step of one card. For ever within that card: a step that says something else gets another.</summary>
[JsonConverter(typeof(KeyConverter<StepKey>))]
public readonly record struct StepKey(string Value) : IKey<StepKey>
{
    public static StepKey Of(string value) => new(value);

    public static StepKey Parse(string s, IFormatProvider? provider) => Key.Parse<StepKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StepKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}
