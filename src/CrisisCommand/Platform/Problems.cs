using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace CrisisCommand.Platform;

/// <summary>One fault of the input: what is wrong, and where (JSON pointer, or XPath of a CAP document).</summary>
public sealed record FieldError(string Detail, string Pointer);

/// <summary>RFC 9457 problem details as we answer them.</summary>
public sealed record Problem(string Type, string Title, int Status, string Detail)
{
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>On 412: the version that the stream has now.</summary>
    public long? CurrentVersion { get; init; }

    public string? TraceId { get; init; }
}

[JsonSerializable(typeof(Problem))]
public sealed partial class ProblemJson : JsonSerializerContext;

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
    public static readonly Refusal Contended = new("platform.contended", 503);
    public static readonly Refusal DatabaseAway = new("platform.database-away", 503);
    public static readonly Refusal Failed = new("platform.failed", 500);
    public static readonly Refusal InvalidBody = new("platform.invalid-body", 400);
    public static readonly Refusal TooLarge = new("platform.too-large", 413);
    public static readonly Refusal UnsupportedMediaType = new("platform.unsupported-media-type", 415);
    public static readonly Refusal KeyMissing = new("platform.idempotency-key-missing", 400);
    public static readonly Refusal KeyInvalid = new("platform.idempotency-key-invalid", 400);
    public static readonly Refusal KeyReused = new("platform.idempotency-key-reused", 422);

    public static Problem Of(Refusal refusal, Words words, IEnumerable<(string Pointer, Refusal Fault)>? faults = null)
    {
        var detail = words.Say(refusal.Wording, [.. refusal.Arguments]);
        var errors = (faults ?? []).Select(f => new FieldError(words.Say(f.Fault.Wording, [.. f.Fault.Arguments]), f.Pointer)).ToList();
        if (errors.Count == 0 && refusal.Pointer is { } pointer)
        {
            errors.Add(new(detail, pointer));
        }

        return new(Namespace + refusal.Code, ReasonPhrases.GetReasonPhrase(refusal.Status), refusal.Status, detail)
        {
            Errors = errors.Count > 0 ? errors : null,
        };
    }

    /// <summary>What an exception is to the caller. A database that is away is 503 and says when to come back; all else is 500 without innards.</summary>
    public static (Refusal Refusal, IReadOnlyList<(string, Refusal)> Faults) Of(Exception exception) =>
        exception switch
        {
            InvalidInput invalid => (invalid.Refusal, invalid.Faults),
            BadHttpRequestException { StatusCode: 413 } => (TooLarge, []),
            BadHttpRequestException { StatusCode: 415 } => (UnsupportedMediaType, []),
            BadHttpRequestException bad => (InvalidBody with { Status = bad.StatusCode }, []),
            _ when IsDatabaseAway(exception) => (DatabaseAway, []),
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

    // 08: connection; 53: out of resources; 57P: shutting down or starting; 25006: a replica that is no primary yet.
    private static bool IsDatabaseAway(Exception exception) =>
        Chain(exception)
            .Any(e =>
                e is PostgresException { SqlState: var state }
                    ? state.StartsWith("08", StringComparison.Ordinal)
                        || state.StartsWith("53", StringComparison.Ordinal)
                        || state.StartsWith("57P", StringComparison.Ordinal)
                        || state is "25006" or "57014"
                    : e is NpgsqlException or TimeoutException
            );

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
