using System.Net;
using System.Text;

namespace CrisisCommand.IntegrationTests.Alarms;

/// <summary>A CAP message of our own, without fault, under a fresh identity; each test changes what it is about.</summary>
internal sealed record CapMessage(int Minute = 0)
{
    public const string MediaType = "application/cap+xml";

    public string Identifier { get; init; } = $"TIB-{Fresh.Id():N}";
    public string Sender { get; init; } = "tib@stockholm.example";
    public string Status { get; init; } = "Actual";
    public string MsgType { get; init; } = "Alert";
    public string Text { get; init; } = "Källare fylls: håll er på övre våningar.";
    public string? Note { get; init; }
    public string Area { get; init; } = "<areaDesc>Södermalm</areaDesc>";
    public string Severity { get; init; } = "Severe";
    public bool WithInfo { get; init; } = true;
    public IReadOnlyList<CapMessage> References { get; init; } = [];

    public string Sent => $"2026-11-23T10:{Minute:00}:00+01:00";

    public string Identity => $"{Sender},{Identifier},{Sent}";

    public CapMessage Update(params CapMessage[] references) => Naming("Update", references);

    public CapMessage Cancel(params CapMessage[] references) => Naming("Cancel", references) with { WithInfo = false };

    public string Xml =>
        $"""
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>{Identifier}</identifier><sender>{Sender}</sender><sent>{Sent}</sent>
              <status>{Status}</status><msgType>{MsgType}</msgType><scope>Public</scope>{NoteElement}{ReferencesElement}{Info}
            </alert>
            """;

    public byte[] Bytes => Encoding.UTF8.GetBytes(Xml);

    public Task<Reply> Post(Caller caller, string? key = null, params (string Name, string Value)[] headers) =>
        caller.PostBytes("/alarms", Bytes, MediaType, key, headers);

    /// <summary>Posts and gives the incident it went into.</summary>
    public async Task<string> Take(Caller caller) =>
        (await Post(caller)).ShouldBe(HttpStatusCode.Created).Json["incidentId"]!.GetValue<string>();

    private CapMessage Naming(string type, IReadOnlyList<CapMessage> references) =>
        this with
        {
            Identifier = $"TIB-{Fresh.Id():N}",
            Minute = Minute + 1,
            MsgType = type,
            References = references.Count > 0 ? references : [this],
            Text = $"{type} {Minute + 1}",
        };

    private string NoteElement => Note is null ? "" : $"<note>{Note}</note>";

    private string ReferencesElement =>
        References.Count == 0 ? "" : $"<references>{string.Join(' ', References.Select(r => r.Identity))}</references>";

    private string Info =>
        !WithInfo
            ? ""
            : $"""

                  <info>
                    <language>sv-SE</language><category>Infra</category><event>Vattenläcka</event>
                    <urgency>Immediate</urgency><severity>{Severity}</severity><certainty>Observed</certainty>
                    <headline>Vattenläcka på Åsögatan</headline><description>{Text}</description>
                    <instruction>Stäng huvudkranen.</instruction>
                    <area>{Area}</area>
                  </info>
                """;
}
