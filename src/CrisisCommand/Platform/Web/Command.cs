using System.Buffers;
using System.Diagnostics;
using System.Reflection;
using System.Security.Claims;
using System.Text.Json;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Platform.Web;

/// <summary>A command without content.</summary>
public sealed record NoContent;

/// <summary>
/// A command as it comes over HTTP: its content, strictly read, and its context. Binding refuses what cannot be a command (no key, no
/// JSON, a wrong field) with a problem that names what is wrong and where.
/// </summary>
public sealed record Command<TContent>(TContent Content, CommandContext Context) : IEndpointParameterMetadataProvider
    where TContent : class
{
    public static async ValueTask<Command<TContent>> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var key = CommandBinding.KeyOf(http.Request);
        var body = await CommandBinding.ReadBody(http);
        var options = http
            .RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>()
            .Value.SerializerOptions;
        var content =
            typeof(TContent) == typeof(NoContent) && body.Length == 0 ? (TContent)(object)new NoContent() : Read(http, body, options);
        return new(content, CommandBinding.EnvelopeOf(http, key, body));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        if (typeof(TContent) != typeof(NoContent))
        {
            builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(TContent)));
        }
    }

    private static TContent Read(HttpContext http, byte[] body, JsonSerializerOptions options)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new InvalidInput(Problems.UnsupportedMediaType.As("expected").With("application/json"));
        }

        var (content, faults) = StrictJson.Read<TContent>(body, options);
        return content ?? throw new InvalidInput(Problems.InvalidBody, faults);
    }
}

/// <summary>What every command's binding shares.</summary>
public static class CommandBinding
{
    /// <summary>The largest body taken in, in bytes: 4 MiB, since real CAP alerts carry pictures and audio (standards.md §1.4).</summary>
    public const int MaxBody = 4 * 1024 * 1024;

    /// <summary>How much the server lets a sender get rid of, in bytes: one that is cut off while it still sends never reads the 413.</summary>
    public const int MaxDrained = 4 * MaxBody;

    private const int FirstBuffer = 1024;
    private const int Chunk = 81_920;

    public static string KeyOf(HttpRequest request)
    {
        var header = request.Headers["Idempotency-Key"];
        return StringValues.IsNullOrEmpty(header)
            ? throw new InvalidInput(Problems.KeyMissing)
            : IdempotencyKey.Parse(header) ?? throw new InvalidInput(Problems.KeyInvalid);
    }

    public static async Task<byte[]> ReadBody(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBody)
        {
            throw new InvalidInput(Problems.TooLarge);
        }

        using var buffer = new MemoryStream((int)(http.Request.ContentLength ?? FirstBuffer));
        await RequestDeadline.WhileReading(http, ReadInto(buffer, http));
        return buffer.ToArray();
    }

    private static async Task ReadInto(MemoryStream buffer, HttpContext http)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            while (await http.Request.Body.ReadAsync(chunk, http.RequestAborted) is var read and > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > MaxBody)
                {
                    throw new InvalidInput(Problems.TooLarge);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    public static CommandContext EnvelopeOf(HttpContext http, string key, byte[] body)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var id = Ids.New(clock);
        var trace = Activity.Current;
        return new(
            RealmOf(http),
            PersonOf(http.User),
            id,
            Clock.Now(clock),
            trace?.TraceId.ToString() ?? id.ToString("N"),
            id.ToString(),
            trace?.Id
        )
        {
            Key = new(key, IdempotencyKey.Hash(http.Request.Method, http.Request.Path, http.Features.Get<SentAs>()?.Payload ?? body)),
            IfMatch = IfMatch.Parse(http.Request.Headers.IfMatch),
            IfNoneMatch = IfMatch.Parse(http.Request.Headers.IfNoneMatch, weakly: true),
            Culture = Problems.CultureOf(http.Request),
            Demand = DemandOf(http),
        };
    }

    /// <summary>What the endpoint asks for; one that names nothing takes no command (and the house's rules find it first).</summary>
    public static Capability NeedsOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Needs>()?.Capability
        ?? throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} names no capability.");

    private static Demand DemandOf(HttpContext http)
    {
        var needs = NeedsOf(http);
        return new(_ => [(needs, null)]);
    }

    /// <summary>The route's; what stands outside the realms is the live organisation's.</summary>
    public static Realm RealmOf(HttpContext http) => http.Request.RouteValues["realm"] is string realm ? new(realm) : Realm.Live;

    /// <summary>The token's subject. A subject that is no key is no person of ours.</summary>
    public static PersonId PersonOf(ClaimsPrincipal user) =>
        Key.TryParse<PersonId>(user.FindFirstValue("sub"), out var person) ? person : throw new InvalidInput(Problems.Forbidden);
}
