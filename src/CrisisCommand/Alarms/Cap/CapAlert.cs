namespace CrisisCommand.Alarms.Cap;

/// <summary>A CAP message as received, before anything is decided about it (CAP 1.2 §3.2.1 alert).</summary>
public sealed record CapAlert
{
    public required string Identifier { get; init; }
    public required string Sender { get; init; }
    public required DateTimeOffset Sent { get; init; }

    /// <summary>`sent` in CAP's own time form, letter by letter as the sender wrote it where it was in that form: an answer quotes it.</summary>
    public required string SentAsWritten { get; init; }
    public required CapStatus Status { get; init; }
    public required CapMsgType MsgType { get; init; }
    public required CapScope Scope { get; init; }
    public string? Source { get; init; }
    public string? Restriction { get; init; }
    public CapList<string> Addresses { get; init; } = [];
    public CapList<string> Codes { get; init; } = [];
    public string? Note { get; init; }
    public CapList<CapReference> References { get; init; } = [];
    public CapList<string> Incidents { get; init; } = [];
    public CapList<CapInfo> Infos { get; init; } = [];

    /// <summary>Sender, identifier and sent name a message once and for all (CAP 1.2 §3.2.1).</summary>
    public CapIdentity Identity => new(Sender, Identifier, Sent);
}

/// <summary>What a message is known by; `Sent` is compared as an instant (CAP 1.2 §3.2.1).</summary>
public sealed record CapIdentity(string Sender, string Identifier, DateTimeOffset Sent);

/// <summary>An earlier message named by this one (CAP 1.2 §3.2.1 references); CAP 1.0 names it without `Sent`.</summary>
public sealed record CapReference(string Sender, string Identifier, DateTimeOffset? Sent);
