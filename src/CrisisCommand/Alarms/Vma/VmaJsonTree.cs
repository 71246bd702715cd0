using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CrisisCommand.Alarms.Cap;

namespace CrisisCommand.Alarms.Vma;

/// <summary>Turns JSON into the elements that CAP's rules are written for: an array is a repeated element, null is none.</summary>
internal sealed class VmaJsonTree
{
    // Only named in findings, of which nobody reads more.
    private const int MostUnwritable = 200;

    private readonly List<CapElement> unwritable = [];
    private int count;

    public bool IsTooLarge => count > CapXmlTree.MaxElements;

    /// <summary>Elements whose text held signs that XML forbids (JSON can escape a NUL, which PostgreSQL then refuses to store).</summary>
    public IEnumerable<CapElement> Unwritable => unwritable;

    public static JsonDocument? Parse(ReadOnlyMemory<byte> json, out CapFinding? problem)
    {
        var text = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        problem =
            text.Length > CapXmlTree.MaxCharacters ? new(CapFaults.TooLarge, "", $"more than {CapXmlTree.MaxCharacters} bytes")
            : !Utf8.IsValid(text.Span) ? new(CapFaults.WrongEncoding, "", "JSON is UTF-8, and these bytes are not")
            : null;
        if (problem is not null)
            return null;
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = CapXmlTree.MaxDepth });
        }
        catch (JsonException fault)
        {
            var code = fault.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? CapFaults.TooDeep
                : CapFaults.NotWellFormed;
            problem = new(code, "", fault.Message);
            return null;
        }
    }

    public CapElement Alert(JsonElement json, string pointer)
    {
        var alert = new CapElement("alert", CapSchema.Namespace12, parent: null, pointer);
        Fill(alert, json);
        return alert;
    }

    private void Fill(CapElement element, JsonElement json)
    {
        if (++count > CapXmlTree.MaxElements)
            return;
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
                AddMember(element, Name(member), member.Value);
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            // An array in an array is nothing of CAP's: one element more, which the rules then report.
            foreach (var item in json.EnumerateArray())
                Fill(element, item);
        }
        else if (json.ValueKind != JsonValueKind.Null)
            element.AddText(Text(element, json));
    }

    private void AddMember(CapElement parent, string name, JsonElement value)
    {
        var token = "/" + name.Replace("~", "~0").Replace("/", "~1");
        if (value.ValueKind != JsonValueKind.Array)
            AddChild(parent, name, value, token);
        else if (name is "references" or "addresses" or "incidents" && value.EnumerateArray().All(IsString))
            AddJoined(parent, name, value, token);
        else
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                AddChild(parent, name, item, $"{token}/{index++}");
        }
    }

    private void AddChild(CapElement parent, string name, JsonElement value, string token)
    {
        if (value.ValueKind != JsonValueKind.Null)
            Fill(parent.Add(new(name, parent.Namespace, parent, token)), value);
    }

    // What is one text of several words in XML may be several texts in JSON.
    private void AddJoined(CapElement parent, string name, JsonElement words, string token)
    {
        count++;
        var element = parent.Add(new(name, parent.Namespace, parent, token));
        element.AddText(string.Join(' ', words.EnumerateArray().Select(word => Text(element, word))));
    }

    private static bool IsString(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private string Text(CapElement element, JsonElement value)
    {
        var text = IsString(value) ? Unescaped(value) : value.GetRawText();
        if (text is not null && CapSigns.AreWritable(text))
            return text;
        if (unwritable.Count < MostUnwritable)
            unwritable.Add(element);
        return CapSigns.Writable(text ?? "\uFFFD");
    }

    // Half a surrogate pair, escaped, is valid JSON and no text: .NET throws when asked for it.
    private static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
