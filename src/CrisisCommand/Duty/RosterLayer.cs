using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Duty;

/// <summary>A layer of the duty roster (jour): data, named by whoever adopts its first roster.</summary>
[JsonConverter(typeof(KeyConverter<RosterLayer>))]
public readonly record struct RosterLayer(string Value) : IKey<RosterLayer>
{
    /// <summary>The one layer with a meaning of its own: who decides out of hours, and is alerted first.</summary>
    public static readonly RosterLayer OnCallManager = new("on-call-manager");

    /// <summary>The stream of a layer's rosters; realms are kept apart by the store's tenancy.</summary>
    public Guid Stream => Ids.Named($"roster/{Value}");

    public static RosterLayer Of(string value) => new(value);

    public static RosterLayer Parse(string s, IFormatProvider? provider) => Key.Parse<RosterLayer>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RosterLayer result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}
