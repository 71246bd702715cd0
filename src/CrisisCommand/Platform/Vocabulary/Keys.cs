using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CrisisCommand.Platform.Vocabulary;

/// <summary>A key that people chose but did not write prose in: kebab-case, at most 64 characters.</summary>
public interface IKey<TSelf> : IParsable<TSelf>
    where TSelf : struct, IKey<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);

    /// <summary>Words that are keys in form and mean something of our own: nobody may be called so.</summary>
    static virtual bool IsReserved(string value) => false;
}

/// <summary>A person of the organisation, or a machine that speaks to it: the subject of its token.</summary>
[JsonConverter(typeof(KeyConverter<PersonId>))]
public readonly record struct PersonId(string Value) : IKey<PersonId>
{
    /// <summary>The system itself, where no person acted.</summary>
    public static readonly PersonId System = new("system");

    public static PersonId Of(string value) => new(value);

    public static bool IsReserved(string value) => ReservedKeys.OfPersons.Contains(value);

    public static PersonId Parse(string s, IFormatProvider? provider) => Key.Parse<PersonId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonId result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A function of the KLO (domain.md §2): data, renamed by adopting a plan.</summary>
[JsonConverter(typeof(KeyConverter<FunctionKey>))]
public readonly record struct FunctionKey(string Value) : IKey<FunctionKey>
{
    /// <summary>A key with a meaning of its own: who leads.</summary>
    public static readonly FunctionKey CrisisLeader = new("crisis-leader");

    /// <summary>Who is told when the KLO itself is in trouble; a plan need not have it.</summary>
    public static readonly FunctionKey ChiefOfStaff = new("chief-of-staff");

    /// <summary>Speaks with the city's duty officer, the police and the rescue service.</summary>
    public static readonly FunctionKey Liaison = new("security-liaison");

    public static FunctionKey Of(string value) => new(value);

    public static bool IsReserved(string value) => ReservedKeys.OfFunctions.Contains(value);

    public static FunctionKey Parse(string s, IFormatProvider? provider) => Key.Parse<FunctionKey>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FunctionKey result) =>
        Key.TryParse(s, out result);

    public override string ToString() => Value;
}
