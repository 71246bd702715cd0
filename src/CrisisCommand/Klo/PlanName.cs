using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Klo;

/// <summary>The name of an adopted plan of the KLO: <c>normal</c>, <c>wartime</c>.</summary>
[JsonConverter(typeof(KeyConverter<PlanName>))]
public readonly record struct PlanName(string Value) : IKey<PlanName>
{
    public static readonly PlanName Normal = new("normal");

    /// <summary>The organisation at heightened alert (krigsorganisation).</summary>
    public static readonly PlanName Wartime = new("wartime");

    public static PlanName Of(string value) => new(value);

    public static bool IsReserved(string value) => ReservedKeys.OfPlans.Contains(value);

    public static PlanName Parse(string s, IFormatProvider? provider) => Key.Parse<PlanName>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlanName result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}
