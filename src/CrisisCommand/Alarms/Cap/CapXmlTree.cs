using System.Text;
using System.Xml;

namespace CrisisCommand.Alarms.Cap;

/// <summary>Reads XML into elements within bounds: no DTD, no outside resource, no depth, size or number without a limit (C11).</summary>
internal static class CapXmlTree
{
    public const int MaxDepth = 64;

    /// <summary>Signs, not bytes. The largest real alert known has 3.6 million (NAADS, embedded sound).</summary>
    public const int MaxCharacters = 4 * 1024 * 1024;
    public const int MaxElements = 50_000;

    // Windows-1252 and its like are declared by older systems, and .NET knows them only when asked to.
    static CapXmlTree() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An encoding that says what it cannot read, by its name in a Content-Type; null where there is none of that name.</summary>
    public static Encoding? Named(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset.Trim('"'), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="text">What to read the bytes by, where their sender's transport says so; null: as the document says.</param>
    public static CapElement? Read(Stream xml, Encoding? text, out CapFinding? problem)
    {
        try
        {
            using var reader = text is null
                ? XmlReader.Create(xml, Settings())
                : XmlReader.Create(new StreamReader(xml, text, detectEncodingFromByteOrderMarks: true), Settings());
            return Read(reader, out problem);
        }
        catch (XmlException fault)
        {
            problem = Unreadable(fault);
            return null;
        }
        // Thrown by the decoder of some encodings (UTF-16, UTF-32) on bytes that are none of theirs.
        catch (Exception fault) when (fault is DecoderFallbackException or ArgumentException)
        {
            problem = new(CapFaults.WrongEncoding, "/", fault.Message);
            return null;
        }
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };

    private static CapElement? Read(XmlReader reader, out CapFinding? problem)
    {
        CapElement? root = null;
        CapElement? open = null;
        var text = new StringBuilder();
        var count = 0;
        problem = null;
        while (reader.Read())
        {
            if (IsTooDeep(reader) || count > MaxElements)
            {
                problem = OutOfBounds(reader);
                return null;
            }
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.Element)
            {
                count++;
                open = Opened(reader, open, text);
                root ??= open;
                open = reader.IsEmptyElement ? open.Parent : open;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
                open = Closed(open!, text);
        }
        return root;
    }

    private static CapElement Opened(XmlReader reader, CapElement? parent, StringBuilder text)
    {
        TakeText(parent, text);
        var written = reader.NamespaceURI;
        var meant = CapSchema.Meant(written, bare: parent is { WrittenNamespace: "" } || reader.LocalName == "alert");
        var element = new CapElement(reader.LocalName, meant, parent) { WrittenNamespace = meant == written ? null : written };
        return parent is null ? element : parent.Add(element);
    }

    private static CapElement? Closed(CapElement element, StringBuilder text)
    {
        TakeText(element, text);
        return element.Parent;
    }

    // Comments and CDATA cut a text into pieces: gathered in a builder, since adding strings would take quadratic time.
    private static void TakeText(CapElement? element, StringBuilder text)
    {
        if (text.Length > 0)
            element?.AddText(text.ToString());
        text.Clear();
    }

    private static bool IsTooDeep(XmlReader reader) => reader.NodeType == XmlNodeType.Element && reader.Depth >= MaxDepth;

    private static CapFinding OutOfBounds(XmlReader reader)
    {
        var where = reader is IXmlLineInfo line ? $"line {line.LineNumber}, position {line.LinePosition}: " : "";
        return IsTooDeep(reader)
            ? new(CapFaults.TooDeep, "/", $"{where}more than {MaxDepth} elements in one another")
            : new(CapFaults.TooLarge, "/", $"{where}more than {MaxElements} elements");
    }

    /// <summary>.NET gives no codes, only words (always English); the tests hold these.</summary>
    private static CapFinding Unreadable(XmlException fault)
    {
        bool Says(string words) => fault.Message.Contains(words, StringComparison.Ordinal);
        var code =
            Says("DTD") ? CapFaults.DtdForbidden
            : Says("MaxCharactersInDocument") ? CapFaults.TooLarge
            : Says("encoding") || Says("Unicode byte order mark") ? CapFaults.WrongEncoding
            : CapFaults.NotWellFormed;
        var where = fault.LineNumber > 0 ? $"line {fault.LineNumber}, position {fault.LinePosition}: " : "";
        var words = code == CapFaults.DtdForbidden ? "a document type (DTD) is not taken, whatever it declares" : fault.Message;
        return new(code, "/", where + words);
    }
}
