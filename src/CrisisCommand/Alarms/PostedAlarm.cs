using System.Reflection;
using System.Text.Json;
using CrisisCommand.Alarms.Cap;
using CrisisCommand.Alarms.Vma;
using CrisisCommand.Platform.Commands;
using CrisisCommand.Platform.Store;
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
}

/// <summary>An alarm as posted: its bytes, and what they are said to be. Every byte counts for the Idempotency-Key.</summary>
/// <param name="WantsCap">Whether the sender asks to be answered in CAP.</param>
public sealed record PostedAlarm(AlarmForm Form, string MediaType, byte[] Body, bool WantsCap, CommandContext Context)
    : IEndpointParameterMetadataProvider
{
    /// <summary>What the transport says of the text's encoding; null where it says nothing.</summary>
    public string? Charset { get; init; }

    public const string Cap = "application/cap+xml";
    public const string Json = "application/json";
    private static readonly string[] Xml = [Cap, "application/xml", "text/xml"];

    public static ValueTask<PostedAlarm> BindAsync(HttpContext http, ParameterInfo parameter) =>
        Read(http, CommandBinding.KeyOf(http.Request));

    internal static async ValueTask<PostedAlarm> Read(HttpContext http, string key)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !IsTaken(type.MediaType.Value!))
        {
            throw new InvalidInput(Problems.UnsupportedMediaType);
        }

        var body = await CommandBinding.ReadBody(http);
        var wantsCap = http.Request.GetTypedHeaders().Accept.Any(a => a.Quality is not 0 && Is(a.MediaType.Value!, Cap));
        var form =
            !Is(type.MediaType.Value!, Json) ? AlarmForm.CapXml
            : IsVma(body) ? AlarmForm.VmaJson
            : AlarmForm.Typed;
        return new(form, http.Request.ContentType!, body, wantsCap, CommandBinding.EnvelopeOf(http, key, body))
        {
            Charset = type.Charset.HasValue ? type.Charset.Value : null,
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => Describe(builder);

    internal static void Describe(EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Json, .. Xml], typeof(ReceiveTypedAlarm)));

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
