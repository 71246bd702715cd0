using System.Xml;

namespace CrisisCommand.Alarms.Cap;

/// <summary>
/// Our answer in CAP to an alert that could be read: `Ack`, or `Error` with the reason in the note (CAP 1.2 §3.2.1 msgType). To a
/// message that could not even be identified there is nothing to refer to, so no CAP is made: answer that with a problem document.
/// </summary>
public sealed class CapAcknowledgement
{
    private readonly CapAlert answered;
    private readonly CapMsgType msgType;
    private readonly CapIdentity own;
    private readonly string? note;
    private readonly IReadOnlyList<CapAlert> others;

    private CapAcknowledgement(CapAlert answered, CapMsgType msgType, CapIdentity own, string? note, IReadOnlyList<CapAlert> others)
    {
        // Ours to get right, hence no refusal: a sender with a space would make every reference to us unreadable.
        if (!CapAlertParser.IsName(own.Sender) || !CapAlertParser.IsName(own.Identifier))
            throw new ArgumentException($"No CAP sender and identifier: {own.Sender}, {own.Identifier}", nameof(own));
        (this.answered, this.msgType, this.own, this.note, this.others) = (answered, msgType, own, note, others);
    }

    /// <summary>We have it. The note of an exercise is repeated, since it names the exercise (CAP 1.2 §3.2.1 note).</summary>
    /// <param name="others">What came in the same document, acknowledged with it.</param>
    public static CapAcknowledgement Ack(CapAlert answered, CapIdentity own, params IReadOnlyList<CapAlert> others) =>
        new(answered, CapMsgType.Ack, own, answered.Status == CapStatus.Exercise ? answered.Note : null, others);

    /// <summary>With a remark, where there is no note yet that must stand.</summary>
    public CapAcknowledgement Noting(string? remark) =>
        remark is null || note is not null ? this : new(answered, msgType, own, remark, others);

    /// <summary>We read it and do not take it, for this reason.</summary>
    /// <param name="others">What came in the same document, refused for the same.</param>
    public static CapAcknowledgement Error(CapAlert answered, CapIdentity own, string reason, params IReadOnlyList<CapAlert> others) =>
        new(answered, CapMsgType.Error, own, reason, others);

    /// <summary>The message as UTF-8 XML, media type `application/cap+xml`.</summary>
    public byte[] ToXml()
    {
        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true })
        )
        {
            writer.WriteStartElement("alert", CapSchema.Namespace12);
            foreach (var (name, text) in Elements())
            {
                if (text is not null)
                    writer.WriteElementString(name, CapSchema.Namespace12, CapSigns.Writable(text));
            }
            writer.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private IEnumerable<(string Name, string? Text)> Elements() =>
        [
            ("identifier", own.Identifier),
            ("sender", own.Sender),
            ("sent", CapTime.Write(own.Sent)),
            ("status", answered.Status.ToString()),
            ("msgType", msgType.ToString()),
            ("scope", answered.Scope.ToString()),
            ("restriction", answered.Scope == CapScope.Restricted ? answered.Restriction : null),
            ("addresses", answered.Scope == CapScope.Private ? Quoted(answered.Sender) : null),
            ("note", note),
            ("references", string.Join(' ', others.Prepend(answered).Select(Reference).Distinct())),
        ];

    private static string Reference(CapAlert alert) => $"{alert.Sender},{alert.Identifier},{alert.SentAsWritten}";

    private static string Quoted(string address) => address.Any(char.IsWhiteSpace) ? $"\"{address}\"" : address;
}
