namespace CrisisCommand.Alarms.Cap;

/// <summary>The children of each CAP element in the order of the OASIS schema.</summary>
internal static class CapSchema
{
    public const string Namespace12 = "urn:oasis:names:tc:emergency:cap:1.2";
    public const string Namespace11 = "urn:oasis:names:tc:emergency:cap:1.1";
    public const string Namespace10 = "http://www.incident.com/cap/1.0";
    public const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

    public static readonly CapChild[] Alert =
    [
        Identifying("identifier"),
        Identifying("sender"),
        Identifying("sent"),
        Identifying("status"),
        Identifying("msgType"),
        Optional("source"),
        Identifying("scope"),
        OptionalOnce("restriction"),
        OptionalOnce("addresses"),
        Repeated("code"),
        Optional("note"),
        OptionalOnce("references"),
        Optional("incidents"),
        Repeated("info"),
    ];

    // CAP 1.0 asks for no scope and has a password; in 1.1 that is gone.
    public static readonly CapChild[] Alert10 =
    [
        .. Alert.Select(child => child.Name == "scope" ? OptionalOnce("scope") : child),
        Optional("password"),
    ];

    public static readonly CapChild[] Info =
    [
        Optional("language"),
        RequiredRepeated("category"),
        Required("event"),
        Repeated("responseType"),
        Required("urgency"),
        Required("severity"),
        Required("certainty"),
        Optional("audience"),
        Repeated("eventCode"),
        Optional("effective"),
        Optional("onset"),
        Optional("expires"),
        Optional("senderName"),
        Optional("headline"),
        Optional("description"),
        Optional("instruction"),
        Optional("web"),
        Optional("contact"),
        Repeated("parameter"),
        Repeated("resource"),
        Repeated("area"),
    ];

    public static readonly CapChild[] Resource =
    [
        Required("resourceDesc"),
        Required("mimeType"),
        Optional("size"),
        Optional("uri"),
        Optional("derefUri"),
        Optional("digest"),
    ];

    // The mimeType became required with CAP 1.2.
    public static readonly CapChild[] OlderResource =
    [
        .. Resource.Select(child => child.Name == "mimeType" ? Optional("mimeType") : child),
    ];

    public static readonly CapChild[] Area =
    [
        Required("areaDesc"),
        Repeated("polygon"),
        Repeated("circle"),
        Repeated("geocode"),
        Optional("altitude"),
        Optional("ceiling"),
    ];

    public static readonly CapChild[] Named = [Required("valueName"), Required("value")];

    public static bool IsCap(string ns) => ns is Namespace12 or Namespace11 or Namespace10;

    /// <summary>
    /// The namespace that is meant: a slash behind it, or other case, changes nothing that anybody could mean. Where an alert and what is in it
    /// have none, that of the standard as it stands.
    /// </summary>
    /// <param name="bare">Whether the element is an alert without one, or lies in such an alert.</param>
    public static string Meant(string written, bool bare) =>
        written.Length == 0 && bare
            ? Namespace12
            : Array.Find(Namespaces, ns => ns.Equals(written.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) ?? written;

    private static readonly string[] Namespaces = [Namespace12, Namespace11, Namespace10];

    private static CapChild Identifying(string name) => new(name, IsRequired: true, Repeats: false, Identifies: true);

    private static CapChild OptionalOnce(string name) => new(name, IsRequired: false, Repeats: false, Identifies: true);

    private static CapChild Required(string name) => new(name, IsRequired: true, Repeats: false, Identifies: false);

    private static CapChild RequiredRepeated(string name) => new(name, IsRequired: true, Repeats: true, Identifies: false);

    private static CapChild Optional(string name) => new(name, IsRequired: false, Repeats: false, Identifies: false);

    private static CapChild Repeated(string name) => new(name, IsRequired: false, Repeats: true, Identifies: false);
}

/// <summary>A child that CAP knows; one that identifies says which message this is, what it does and for whom: there a fault refuses the alert.</summary>
internal sealed record CapChild(string Name, bool IsRequired, bool Repeats, bool Identifies);
