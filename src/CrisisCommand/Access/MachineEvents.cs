using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Reference;

namespace CrisisCommand.Access;

/// <summary>How a machine shows who it is.</summary>
public enum MachineKeyKind
{
    /// <summary>A long random word, sent with every request.</summary>
    ApiKey,

    /// <summary>A secret that signs each message (Standard Webhooks 1.0.0).</summary>
    Webhook,
}

/// <summary>The name of one key of a machine.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KeyConverter<KeyName>))]
public readonly record struct KeyName(string Value) : IKey<KeyName>
{
    public static KeyName Of(string value) => new(value);

    public static KeyName Parse(string s, IFormatProvider? provider) => Key.Parse<KeyName>(s);

    public static bool TryParse(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out KeyName result
    ) => Key.TryParse(s, out result);

    public override string ToString() => Value;
}

/// <summary>A machine may show who it is by a key more. The key itself is nowhere in the journal.</summary>
/// <param name="Digest">Of the key as it is sent, or of the secret that signs.</param>
[StoredAs("machine_key_issued", StreamKinds.Person)]
public sealed record MachineKeyIssued(PersonId Machine, KeyName Key, MachineKeyKind Kind, Sha256 Digest) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Machine), Key, words.Of(Kind));
}

[StoredAs("machine_key_revoked", StreamKinds.Person)]
public sealed record MachineKeyRevoked(PersonId Machine, KeyName Key) : IDomainEvent
{
    public string InWords(Words words) => words.Say(this, words.Person(Machine), Key);
}
