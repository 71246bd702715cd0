namespace CrisisCommand.Alarms.Cap;

/// <summary>The stable codes of what can be wrong with a CAP message (CAP 1.2 §3); most serve as deviation in one place and as problem in another.</summary>
public static class CapFaults
{
    // The document is no readable CAP at all.
    public const string NotWellFormed = "not-well-formed";
    public const string DtdForbidden = "dtd-forbidden";
    public const string WrongEncoding = "wrong-encoding";
    public const string TooDeep = "too-deep";
    public const string TooLarge = "too-large";
    public const string WrongNamespace = "wrong-namespace";
    public const string NoAlert = "no-alert";
    public const string CharsetOfTransport = "charset-of-transport";
    public const string NamespaceForm = "namespace-form";

    // Structure.
    public const string MissingRequiredElement = "missing-required-element";
    public const string DuplicateElement = "duplicate-element";
    public const string UnsupportedElement = "unsupported-element";
    public const string InvalidSequence = "invalid-sequence";
    public const string InvalidCharacters = "invalid-characters";
    public const string EmptyElement = "empty-element";
    public const string MarkupInText = "markup-in-text";
    public const string CapVersion = "cap-version";
    public const string Enveloped = "enveloped";
    public const string SignedNotVerified = "signed-not-verified";

    // Values.
    public const string InvalidIdentifier = "invalid-identifier";
    public const string InvalidSender = "invalid-sender";
    public const string InvalidDate = "invalid-date";
    public const string TimeForm = "time-form";
    public const string InvalidEnumValue = "invalid-enum-value";
    public const string SurroundingWhitespace = "surrounding-whitespace";
    public const string SpaceInList = "space-in-list";
    public const string InvalidLanguage = "invalid-language";
    public const string InvalidReferences = "invalid-references";
    public const string InvalidCircle = "invalid-circle";
    public const string InvalidPolygon = "invalid-polygon";
    public const string OpenPolygon = "open-polygon";
    public const string ShortPolygon = "short-polygon";
    public const string InvalidValue = "invalid-value";
    public const string InvalidAltitudeCeilingRange = "invalid-altitude-ceiling-range";
    public const string CeilingWithoutAltitude = "ceiling-without-altitude";

    // Rules between elements.
    public const string ScopeAssumed = "scope-assumed";
    public const string MissingAddresses = "missing-addresses";
    public const string MissingRestriction = "missing-restriction";
    public const string UnexpectedRestriction = "unexpected-restriction";
    public const string MissingReferences = "missing-references";
    public const string UnexpectedReferences = "unexpected-references";
    public const string ReferenceToSelf = "reference-to-self";
    public const string ReferenceLaterThanSent = "reference-later-than-sent";
    public const string MissingNote = "missing-note";
    public const string ExpiresBeforeSent = "expires-before-sent";
    public const string TooManyFindings = "too-many-findings";
}
