using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CrisisCommand.Platform.Vocabulary;

namespace CrisisCommand.Platform.Store;

/// <summary>
/// The caller's key for one command (draft-ietf-httpapi-idempotency-key-header), with SHA-256 of method, path and body: the same key with
/// another payload is a mistake of the caller's.
/// </summary>
public sealed partial record IdempotencyKey(string Value, byte[] PayloadHash)
{
    private const int MaxLength = 128;

    /// <summary>A structured-field string (quoted, RFC 8941 §3.3.3) or a bare token; null where it is neither.</summary>
    public static string? Parse(string? header)
    {
        var value = header?.Trim() ?? "";
        var key =
            Quoted.IsMatch(value) ? Escape.Replace(value[1..^1], "$1")
            : Bare.IsMatch(value) ? value
            : "";
        return key.Length is > 0 and <= MaxLength ? key : null;
    }

    [GeneratedRegex("""^"([\x20\x21\x23-\x5B\x5D-\x7E]|\\["\\])*"\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("""^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]+\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Bare { get; }

    [GeneratedRegex("""\\(["\\])""", RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }

    public static byte[] Hash(string method, string path, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{method} {path}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}

/// <summary>
/// On a request: what its sender sent, where what is decided was made of it on the way and not the same each time (a form's "in 15
/// minutes"). By this it is told whether the same command came again.
/// </summary>
public sealed record SentAs(byte[] Payload);

/// <summary>
/// That a command was carried out (or refused), and what was answered. Written in the command's own transaction and kept for ever; its
/// primary key is what makes the same command twice one event.
/// </summary>
/// <param name="Id">Person and key: another person's key is another key.</param>
public sealed record Receipt(
    string Id,
    Guid CommandId,
    byte[] PayloadHash,
    int Status,
    string? Location,
    string? Body,
    long? Version,
    string? MediaType = null
)
{
    public static string IdOf(PersonId person, string key) => $"{person}:{key}";

    /// <summary>Null for our own messages, which come without a key.</summary>
    public static Receipt? Of(CommandContext context, Answer answer) =>
        context.Key is { } key
            ? new(
                IdOf(context.By, key.Value),
                context.CommandId,
                key.PayloadHash,
                answer.Status,
                answer.Location,
                answer.Body,
                answer.Version,
                answer.MediaType
            )
            : null;

    public Answer Answer => new(Status, Location, Body, Version, MediaType);
}

/// <summary>What is said back: status, place, body, and the version of the stream as entity tag.</summary>
/// <param name="MediaType">Of the body; null: JSON.</param>
public sealed record Answer(int Status, string? Location = null, string? Body = null, long? Version = null, string? MediaType = null);
