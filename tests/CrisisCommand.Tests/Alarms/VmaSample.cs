namespace CrisisCommand.Tests.Alarms;

/// <summary>The alarm of <see cref="CapSample"/> as Sveriges Radio's VMA API writes one; our own words.</summary>
internal static class VmaSample
{
    public const string Alert = """
        {
          "identifier": "SRCAP20250114074210T", "sender": "https://vmaapi.sr.se", "sent": "2025-01-14T07:42:10+01:00",
          "status": "Actual", "msgType": "Alert", "scope": "Public", "references": null, "incidents": "SRVMA20250114074210T",
          "info": [{
            "language": "sv-SE", "category": "Safety", "event": "Viktigt meddelande", "urgency": "Immediate", "severity": "Severe",
            "certainty": "Observed", "senderName": "Sveriges Radio", "description": "Brand i Åkeshov: stäng fönster.", "web": null,
            "area": [{"areaDesc": "Stockholm", "geocode": [{"valueName": "Kommun", "value": "0180"}]}]
          }]
        }
        """;

    public const string Whole = "{\"timestamp\": \"2025-01-14T07:43:00+01:00\", \"alerts\": [" + Alert + "]}";

    public const string Xml = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>SRCAP20250114074210T</identifier><sender>https://vmaapi.sr.se</sender><sent>2025-01-14T07:42:10+01:00</sent>
          <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><incidents>SRVMA20250114074210T</incidents>
          <info>
            <language>sv-SE</language><category>Safety</category><event>Viktigt meddelande</event><urgency>Immediate</urgency>
            <severity>Severe</severity><certainty>Observed</certainty><senderName>Sveriges Radio</senderName>
            <description>Brand i Åkeshov: stäng fönster.</description>
            <area><areaDesc>Stockholm</areaDesc><geocode><valueName>Kommun</valueName><value>0180</value></geocode></area>
          </info>
        </alert>
        """;
}
