using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.WebUtilities;

namespace CrisisCommand.Platform.Commands;

/// <summary>One fault of the input: what is wrong, and where (JSON pointer, or XPath of a CAP document).</summary>
public sealed record FieldError(string Detail, string Pointer);

/// <summary>RFC 9457 problem details as we answer them.</summary>
public sealed record Problem(string Type, string Title, int Status, string Detail)
{
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>On 412: the version that the stream has now.</summary>
    public long? CurrentVersion { get; init; }

    public string? TraceId { get; init; }

    /// <summary>What the refusal names beside its words (RFC 9457 §3.2).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Members { get; set; }
}

[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(TextErased))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(Dictionary<string, string>))]
public sealed partial class PlatformJson : JsonSerializerContext;

/// <summary>Input that cannot be bound to a command. The framework's binding has no other way out than to throw.</summary>
public sealed class InvalidInput(Refusal refusal, IReadOnlyList<(string Pointer, Refusal Fault)>? faults = null) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;

    public IReadOnlyList<(string Pointer, Refusal Fault)> Faults => faults ?? [];
}

public static class Problems
{
    public const string ContentType = "application/problem+json";
    private const string Namespace = "urn:crisis-command:";

    public static readonly Refusal NotFound = new("platform.not-found", 404);
    public static readonly Refusal Unauthenticated = new("platform.unauthenticated", 401);
    public static readonly Refusal Forbidden = new("platform.forbidden", 403);
    public static readonly Refusal MethodNotAllowed = new("platform.method-not-allowed", 405);
    public static readonly Refusal UnknownRealm = new("platform.unknown-realm", 404);
    public static readonly Refusal VersionMoved = new("platform.version-moved", 412);
    public static readonly Refusal AlreadyThere = new("platform.already-there", 412);
    public static readonly Refusal Contended = new("platform.contended", 503);
    public static readonly Refusal TooMany = new("platform.too-many", 429);
    public static readonly Refusal UnknownHost = new("platform.unknown-host", 400);
    public static readonly Refusal ClockOutOfStep = new("platform.clock-out-of-step", 503);
    public static readonly Refusal JournalBroken = new("platform.journal-broken", 503);
    public static readonly Refusal DatabaseAway = new("platform.database-away", 503);
    public static readonly Refusal TooManyStreams = new("platform.too-many-streams", 429);
    public static readonly Refusal Failed = new("platform.failed", 500);
    public static readonly Refusal InvalidBody = new("platform.invalid-body", 400);
    public static readonly Refusal TooLarge = new("platform.too-large", 413);
    public static readonly Refusal UnsupportedMediaType = new("platform.unsupported-media-type", 415);
    public static readonly Refusal KeyMissing = new("platform.idempotency-key-missing", 400);
    public static readonly Refusal KeyInvalid = new("platform.idempotency-key-invalid", 400);
    public static readonly Refusal KeyReused = new("platform.idempotency-key-reused", 422);

    /// <summary>The last of a long list of faults, in place of the rest.</summary>
    public static readonly Refusal MoreFaults = new("platform.more-faults", 400);

    /// <summary>More faults than this help nobody; whoever sends a million wrong fields is not answered with a million lines.</summary>
    public const int MaxFaults = 50;

    private const int LongestSaid = 300;

    public static Problem Of(Refusal refusal, Words words, IEnumerable<(string Pointer, Refusal Fault)>? faults = null)
    {
        var detail = Say(refusal, words);
        var errors = Listed(faults ?? [], words);
        if (errors.Count == 0 && refusal.Pointer is { } pointer)
        {
            errors.Add(new(detail, pointer));
        }

        return new(Namespace + refusal.Code, ReasonPhrases.GetReasonPhrase(refusal.Status), refusal.Status, detail)
        {
            Errors = errors.Count > 0 ? errors : null,
            Members = refusal.Members.IsEmpty
                ? null
                : refusal.Members.ToDictionary(m => m.Key, m => JsonSerializer.SerializeToElement(m.Value, PlatformJson.Default.Options)),
        };
    }

    /// <summary>At most <see cref="MaxFaults"/>, the last of which says that there are more, and how many where that is known.</summary>
    public static List<FieldError> Listed(IEnumerable<(string Pointer, Refusal Fault)> faults, Words words)
    {
        var first = faults.Take(MaxFaults + 1).ToList();
        if (first.Count > MaxFaults)
        {
            first.RemoveRange(MaxFaults - 1, first.Count - MaxFaults + 1);
            var more = faults.TryGetNonEnumeratedCount(out var all) ? MoreFaults.As("counted").With($"{all - first.Count}") : MoreFaults;
            first.Add(("#", more));
        }

        return [.. first.Select(f => new FieldError(Say(f.Fault, words), Short(f.Pointer)))];
    }

    /// <summary>What the sender wrote is said back only so far as to be known again.</summary>
    private static string Say(Refusal refusal, Words words) => words.Say(refusal.Wording, [.. refusal.Arguments.Select(Short)]);

    private static string Short(string said) =>
        said.Length <= LongestSaid ? said : said[..(char.IsHighSurrogate(said[LongestSaid - 1]) ? LongestSaid - 1 : LongestSaid)] + "…";

    /// <summary>What an exception is to the caller. A database that is away is 503 and says when to come back; all else is 500 without innards.</summary>
    public static (Refusal Refusal, IReadOnlyList<(string, Refusal)> Faults) Of(Exception exception) =>
        exception switch
        {
            InvalidInput invalid => (invalid.Refusal, invalid.Faults),
            BadHttpRequestException { StatusCode: 413 } => (TooLarge, []),
            BadHttpRequestException { StatusCode: 415 } => (UnsupportedMediaType, []),
            BadHttpRequestException bad => (InvalidBody with { Status = bad.StatusCode }, []),
            _ when StandingDatabase.IsIn(exception) => (DatabaseAway, []),
            _ => (Failed, []),
        };

    /// <summary>Swedish unless the caller prefers English (Accept-Language, RFC 9110 §12.5.4).</summary>
    public static CultureInfo CultureOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "sv" or "en") == "en"
            ? Words.English
            : Words.Swedish;
}
