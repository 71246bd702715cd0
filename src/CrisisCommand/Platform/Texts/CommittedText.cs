using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrisisCommand.Platform.Texts;

/// <summary>
/// Words that a person wrote, as an event holds them: a commitment <c>HMAC-SHA256(salt, "CrisisCommand/text/v1\0" + text)</c>
/// (base64url, 43 characters). Words and 256-bit salt ride along until the opening is stored (architecture.md §5).
/// </summary>
public readonly record struct CommittedText
{
    /// <summary>Longest text taken in at the edge, in UTF-16 units: some six pages.</summary>
    public const int MaxLength = 20_000;

    private static readonly byte[] Label = Encoding.UTF8.GetBytes("CrisisCommand/text/v1\0");

    private CommittedText(string commitment, byte[]? salt, string? words) => (Commitment, Salt, Words) = (commitment, salt, words);

    public string Commitment { get; }

    /// <summary>Only between the edge and the store; null once read back.</summary>
    public byte[]? Salt { get; }

    /// <summary>Only between the edge and the store; null once read back.</summary>
    public string? Words { get; }

    /// <summary>Commits to <paramref name="words"/> under <paramref name="salt"/> (32 bytes, drawn at the edge).</summary>
    public static CommittedText Commit(string words, byte[] salt)
    {
        var message = new byte[Label.Length + Encoding.UTF8.GetByteCount(words)];
        Label.CopyTo(message, 0);
        Encoding.UTF8.GetBytes(words, message.AsSpan(Label.Length));
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, message, mac);
        return new(Base64Url.EncodeToString(mac), salt, words);
    }

    /// <summary>Commits under a fresh salt. For the edge only: rules never draw salts.</summary>
    public static CommittedText Commit(string words) => Commit(words, RandomNumberGenerator.GetBytes(32));

    /// <summary>A text as read back from the store: the commitment alone.</summary>
    public static CommittedText Stored(string commitment) => new(commitment, null, null);

    /// <summary>The same text said once more by a later fact: its opening is stored already.</summary>
    public CommittedText Again() => Stored(Commitment);

    /// <summary>Whether <paramref name="words"/> under <paramref name="salt"/> are what was committed to.</summary>
    public bool Opens(string words, byte[] salt) => Commitment is not null && Commit(words, salt).Commitment == Commitment;

    /// <summary>By words where both carry them (salts differ by design), else by commitment.</summary>
    public bool Equals(CommittedText other) =>
        Words is not null && other.Words is not null ? Words == other.Words : Commitment == other.Commitment;

    public override int GetHashCode() => 0;

    public override string ToString() => Words ?? $"[{Commitment}]";
}

/// <summary>The words and salt of one committed text, kept apart from the events so that erasing them changes no event.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="StreamId">The stream whose fact the words were first written in.</param>
public sealed record Opening(string Id, Guid StreamId, byte[] Salt, string Words);
