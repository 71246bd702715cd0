using System.Reflection;
using System.Text.Json;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
using CrisisCommand.Platform.Vocabulary;
using CrisisCommand.Platform.Web;
using CrisisCommand.Reference;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CrisisCommand.Alarms;

/// <summary>The forms in which alarms come.</summary>
public enum AlarmForm
{
    CapXml,
    VmaJson,
    Typed,

    /// <summary>None that we know.</summary>
    Other,
}

/// <summary>An alarm as posted: its bytes, and what they are said to be. Every byte counts for the Idempotency-Key.</summary>
/// <param name="WantsCap">Whether the sender asks to be answered in CAP.</param>
public sealed record PostedAlarm(AlarmForm Form, string MediaType, byte[] Body, bool WantsCap, CommandContext Context)
    : IEndpointParameterMetadataProvider
{
    /// <summary>What the transport says of the text's encoding; null where it says nothing.</summary>
    public string? Charset { get; init; }

    /// <summary>Why it cannot be taken in, whatever it says; null where that hangs on what it says.</summary>
    public Refusal? Fault { get; init; }

    /// <summary>Whether a person filled in a form of ours.</summary>
    public bool FromPage { get; init; }

    public const string Cap = "application/cap+xml";
    public const string Json = "application/json";
    private static readonly string[] Xml = [Cap, "application/xml", "text/xml"];

    public static ValueTask<PostedAlarm> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var (key, fault) = KeyOf(http.Request);
        return Read(http, key, fault);
    }

    /// <param name="fault">Why there is no key.</param>
    internal static async ValueTask<PostedAlarm> Read(HttpContext http, string? key, Refusal? fault = null)
    {
        // Also what comes without a key, or by a name that we do not know, is somebody's alarm.
        var isTaken = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && IsTaken(type.MediaType.Value!);
        var body = await CommandBinding.ReadBody(http);
        if (key is null || !isTaken)
        {
            var context = CommandBinding.EnvelopeOf(http, key ?? "", body) with { Key = null };
            return new(AlarmForm.Other, http.Request.ContentType ?? "", body, WantsCap: false, context)
            {
                Fault = fault ?? Problems.UnsupportedMediaType,
                FromPage = http.Features.Get<SentAs>() is not null,
            };
        }

        var wantsCap = http.Request.GetTypedHeaders().Accept.Any(a => a.Quality is not 0 && Is(a.MediaType.Value!, Cap));
        var form =
            !Is(type!.MediaType.Value!, Json) ? AlarmForm.CapXml
            : IsVma(body) ? AlarmForm.VmaJson
            : AlarmForm.Typed;
        return new(form, http.Request.ContentType!, body, wantsCap, CommandBinding.EnvelopeOf(http, key, body))
        {
            Charset = type.Charset.HasValue ? type.Charset.Value : null,
            FromPage = http.Features.Get<SentAs>() is not null,
        };
    }

    private static (string? Key, Refusal? Fault) KeyOf(HttpRequest request)
    {
        try
        {
            return (CommandBinding.KeyOf(request), null);
        }
        catch (InvalidInput missing)
        {
            return (null, missing.Refusal);
        }
    }

    /// <summary>Whatever comes is looked at, so that the routes do not turn away what is then known to nobody.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Describe(builder);

    internal static void Describe(EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Json, .. Xml, OpenApi.Anything], typeof(ReceiveTypedAlarm)));

    /// <summary>By the members at the top: the VMA API's own, which our typed alarm does not have.</summary>
    internal static bool IsVma(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(body), new JsonDocumentOptions { MaxDepth = CapXmlTree.MaxDepth });
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Array => true,
                JsonValueKind.Object => IsVma(json.RootElement.EnumerateObject().Select(VmaJsonTree.Name).ToHashSet()),
                _ => false,
            };
        }
        catch (JsonException)
        {
            // Broken, hence neither; the reader of our own form says where.
            return false;
        }
    }

    /// <summary>Some systems put a byte order mark before JSON, where none belongs (RFC 8259 §8.1).</summary>
    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(System.Text.Encoding.UTF8.Preamble) ? body[System.Text.Encoding.UTF8.Preamble.Length..] : body;

    private static bool IsVma(HashSet<string> members) =>
        members.Contains("alerts") || (members.Contains("identifier") && (members.Contains("info") || members.Contains("msgType")));

    private static bool IsTaken(string type) => Is(type, Json) || Xml.Any(x => Is(type, x));

    private static bool Is(string type, string wanted) => type.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
